import com.squareup.moshi.JsonWriter
import java.io.File
import okio.Buffer
import org.openapitools.client.apis.CustomersApi
import org.openapitools.client.apis.PaymentInstrumentsApi
import org.openapitools.client.apis.PaymentsApi
import org.openapitools.client.apis.SessionsApi
import org.openapitools.client.infrastructure.ApiClient
import org.openapitools.client.infrastructure.ApiResponse
import org.openapitools.client.infrastructure.ClientError
import org.openapitools.client.infrastructure.Serializer.moshi
import org.openapitools.client.infrastructure.ServerError
import org.openapitools.client.infrastructure.Success
import org.openapitools.client.models.ApiError
import org.openapitools.client.models.CustomerCreate
import org.openapitools.client.models.CustomerUpdate
import org.openapitools.client.models.PaymentCreate
import org.openapitools.client.models.SessionCreate

/** Calls each operation as it is told and prints what the generated client made of the answer. */
fun main(arguments: Array<String>) {
    ApiClient.username = "codegen"
    ApiClient.password = "not-a-real-key"
    val calls = moshi.adapter(Any::class.java).fromJson(File(arguments[0]).readText()) as List<*>
    for (call in calls.map { it as Map<*, *> }) {
        val index = (call["index"] as Double).toInt()
        val report = try {
            reportOf(send(call, "${arguments[1]}/$index"))
        } catch (error: Throwable) {
            mapOf("thrown" to error.toString())
        }
        println(json(mapOf("index" to index) + report))
    }
}

private fun send(call: Map<*, *>, baseUrl: String): ApiResponse<*> {
    val customerId = call["customerId"] as String
    return when (call["operation"]) {
        "createCustomer" -> CustomersApi(baseUrl).createCustomerWithHttpInfo(body<CustomerCreate>(call))
        "listCustomers" -> CustomersApi(baseUrl).listCustomersWithHttpInfo()
        "retrieveCustomer" -> CustomersApi(baseUrl).retrieveCustomerWithHttpInfo(customerId)
        "updateCustomer" -> CustomersApi(baseUrl).updateCustomerWithHttpInfo(customerId, body<CustomerUpdate>(call))
        "deleteCustomer" -> CustomersApi(baseUrl).deleteCustomerWithHttpInfo(customerId)
        "listPaymentInstruments" -> PaymentInstrumentsApi(baseUrl).listPaymentInstrumentsWithHttpInfo(customerId)
        "deletePaymentInstrument" ->
            PaymentInstrumentsApi(baseUrl).deletePaymentInstrumentWithHttpInfo(customerId, call["token"] as String)
        "createPayment" -> PaymentsApi(baseUrl).createPaymentWithHttpInfo(body<PaymentCreate>(call))
        "createSession" -> SessionsApi(baseUrl).createSessionWithHttpInfo(body<SessionCreate>(call))
        else -> throw IllegalArgumentException("no such operation: ${call["operation"]}")
    }
}

private fun reportOf(response: ApiResponse<*>): Map<String, Any?> {
    val body = when (response) {
        is Success<*> -> response.data?.takeIf { it != Unit }?.let(::again)
        is ClientError<*> -> errorBody(response.body)
        is ServerError<*> -> errorBody(response.body)
        else -> null
    }
    return mapOf("status" to response.statusCode) + if (body == null) mapOf() else mapOf("body" to body)
}

private fun errorBody(body: Any?): Any? =
    (body as? String)?.takeIf { it.isNotEmpty() }?.let { again(moshi.adapter(ApiError::class.java).fromJson(it)!!) }

private inline fun <reified Model> body(call: Map<*, *>): Model =
    moshi.adapter(Model::class.java).fromJson(json(call["body"]))!!

/** The model as JSON, and that as plain maps and lists. */
private fun again(model: Any): Any? = moshi.adapter(Any::class.java).fromJson(moshi.adapter<Any>(typeOf(model)).toJson(model))

/** Moshi knows models by their class, lists of them not. */
private fun typeOf(model: Any): java.lang.reflect.Type = if (model is List<*>) Any::class.java else model.javaClass

private fun json(value: Any?): String {
    val buffer = Buffer()
    val writer = JsonWriter.of(buffer)
    writer.serializeNulls = true
    moshi.adapter(Any::class.java).toJson(writer, value)
    return buffer.readUtf8()
}
