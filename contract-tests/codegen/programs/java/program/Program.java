import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.ApiResponse;
import org.openapitools.client.api.CustomersApi;
import org.openapitools.client.api.PaymentInstrumentsApi;
import org.openapitools.client.api.PaymentsApi;
import org.openapitools.client.api.SessionsApi;
import org.openapitools.client.model.ApiError;
import org.openapitools.client.model.CustomerCreate;
import org.openapitools.client.model.CustomerUpdate;
import org.openapitools.client.model.PaymentCreate;
import org.openapitools.client.model.SessionCreate;

/** Calls each operation as it is told and prints what the generated client made of the answer. */
public final class Program {
  private static final ObjectMapper MAPPER = ApiClient.createDefaultObjectMapper();
  private static final String AUTHORIZATION =
      "Basic " + Base64.getEncoder().encodeToString("codegen:not-a-real-key".getBytes(StandardCharsets.UTF_8));

  public static void main(String[] arguments) throws Exception {
    for (JsonNode call : new ObjectMapper().readTree(new File(arguments[0]))) {
      ObjectNode report = MAPPER.createObjectNode().put("index", call.get("index").asInt());
      ApiClient client = new ApiClient();
      client.updateBaseUri(arguments[1] + "/" + call.get("index").asText());
      client.setRequestInterceptor(request -> request.header("Authorization", AUTHORIZATION));
      try {
        ApiResponse<?> response = send(client, call);
        report.put("status", response.getStatusCode());
        if (response.getData() != null) report.set("body", again(response.getData()));
      } catch (ApiException error) {
        report.put("status", error.getCode());
        String body = error.getResponseBody();
        if (error.getCode() == 0) report.put("thrown", error.toString());
        else if (body != null && !body.isEmpty()) report.set("body", again(MAPPER.readValue(body, ApiError.class)));
      } catch (Exception error) {
        report.put("thrown", error.toString());
      }
      System.out.println(MAPPER.writeValueAsString(report));
    }
  }

  private static ApiResponse<?> send(ApiClient client, JsonNode call) throws Exception {
    String customerId = call.get("customerId").asText();
    String token = call.get("token").asText();
    switch (call.get("operation").asText()) {
      case "createCustomer":
        return new CustomersApi(client).createCustomerWithHttpInfo(body(call, CustomerCreate.class));
      case "listCustomers":
        return new CustomersApi(client).listCustomersWithHttpInfo();
      case "retrieveCustomer":
        return new CustomersApi(client).retrieveCustomerWithHttpInfo(customerId);
      case "updateCustomer":
        return new CustomersApi(client).updateCustomerWithHttpInfo(customerId, body(call, CustomerUpdate.class));
      case "deleteCustomer":
        return new CustomersApi(client).deleteCustomerWithHttpInfo(customerId);
      case "listPaymentInstruments":
        return new PaymentInstrumentsApi(client).listPaymentInstrumentsWithHttpInfo(customerId);
      case "deletePaymentInstrument":
        return new PaymentInstrumentsApi(client).deletePaymentInstrumentWithHttpInfo(customerId, token);
      case "createPayment":
        return new PaymentsApi(client).createPaymentWithHttpInfo(body(call, PaymentCreate.class));
      case "createSession":
        return new SessionsApi(client).createSessionWithHttpInfo(body(call, SessionCreate.class));
      default:
        throw new IllegalArgumentException("no such operation: " + call.get("operation"));
    }
  }

  private static <T> T body(JsonNode call, Class<T> model) throws Exception {
    return MAPPER.readValue(MAPPER.writeValueAsString(call.get("body")), model);
  }

  private static JsonNode again(Object model) throws Exception {
    return MAPPER.readTree(MAPPER.writeValueAsString(model));
  }
}
