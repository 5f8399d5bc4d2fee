using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Contract;

/// <summary>Calls each operation as it is told and prints what the generated client made of the answer.</summary>
public static class Program
{
    private const int Ok = 200, Created = 201, NoContent = 204;

    /// <summary>Text stays text: what looks like a time must not become one.</summary>
    private static readonly JsonSerializerSettings Plain = new JsonSerializerSettings { DateParseHandling = DateParseHandling.None };

    public static void Main(string[] arguments)
    {
        var calls = JsonConvert.DeserializeObject<JArray>(File.ReadAllText(arguments[0]), Plain);
        foreach (JObject call in calls)
        {
            var report = Report(call, arguments[1] + "/" + call["index"]).GetAwaiter().GetResult();
            report["index"] = call["index"];
            Console.WriteLine(report.ToString(Formatting.None));
        }
    }

    private static async Task<JObject> Report(JObject call, string baseUrl)
    {
        var http = new HttpClient();
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes("codegen:not-a-real-key"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        try
        {
            return await Send(call, new Client(http) { BaseUrl = baseUrl });
        }
        catch (ApiException<ApiError> error)
        {
            return Answered(error.StatusCode, error.Result);
        }
        catch (Exception error)
        {
            return new JObject { ["thrown"] = error.GetType().Name + ": " + error.Message };
        }
    }

    /// <summary>A success comes without its status: the documented one is the only one that the generated method takes.</summary>
    private static async Task<JObject> Send(JObject call, Client client)
    {
        var customerId = (string)call["customerId"];
        var token = (string)call["token"];
        switch ((string)call["operation"])
        {
            case "createCustomer":
                return Answered(Created, await client.CreateCustomerAsync(Body<CustomerCreate>(call)));
            case "listCustomers":
                return Answered(Ok, await client.ListCustomersAsync());
            case "retrieveCustomer":
                return Answered(Ok, await client.RetrieveCustomerAsync(customerId));
            case "updateCustomer":
                return Answered(Ok, await client.UpdateCustomerAsync(Body<CustomerUpdate>(call), customerId));
            case "deleteCustomer":
                await client.DeleteCustomerAsync(customerId);
                return Answered(NoContent, null);
            case "listPaymentInstruments":
                return Answered(Ok, await client.ListPaymentInstrumentsAsync(customerId));
            case "deletePaymentInstrument":
                await client.DeletePaymentInstrumentAsync(customerId, token);
                return Answered(NoContent, null);
            case "createPayment":
                return Answered(Created, await client.CreatePaymentAsync(Body<PaymentCreate>(call)));
            case "createSession":
                return Answered(Created, await client.CreateSessionAsync(Body<SessionCreate>(call)));
            default:
                throw new ArgumentException("no such operation: " + call["operation"]);
        }
    }

    private static TModel Body<TModel>(JObject call)
    {
        return JsonConvert.DeserializeObject<TModel>(call["body"].ToString(), Plain);
    }

    private static JObject Answered(int status, object model)
    {
        var report = new JObject { ["status"] = status };
        if (model != null)
        {
            report["body"] = JsonConvert.DeserializeObject<JToken>(JsonConvert.SerializeObject(model), Plain);
        }
        return report;
    }
}
