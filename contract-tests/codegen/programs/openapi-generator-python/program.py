"""Calls each operation as it is told and prints what the generated client made of the answer."""

import json
import sys

import openapi_client as api


def body(call, model):
    return model.from_json(json.dumps(call["body"]))


def again(model):
    if isinstance(model, list):
        return [again(item) for item in model]
    # Its own to_json writes null for whatever is absent; Pydantic, underneath, need not.
    return json.loads(model.model_dump_json(by_alias=True, exclude_none=True))


def send(client, call):
    customer_id, token = call["customerId"], call["token"]
    customers = api.CustomersApi(client)
    instruments = api.PaymentInstrumentsApi(client)
    calls = {
        "createCustomer": lambda: customers.create_customer_with_http_info(body(call, api.CustomerCreate)),
        "listCustomers": lambda: customers.list_customers_with_http_info(),
        "retrieveCustomer": lambda: customers.retrieve_customer_with_http_info(customer_id),
        "updateCustomer": lambda: customers.update_customer_with_http_info(customer_id, body(call, api.CustomerUpdate)),
        "deleteCustomer": lambda: customers.delete_customer_with_http_info(customer_id),
        "listPaymentInstruments": lambda: instruments.list_payment_instruments_with_http_info(customer_id),
        "deletePaymentInstrument": lambda: instruments.delete_payment_instrument_with_http_info(customer_id, token),
        "createPayment": lambda: api.PaymentsApi(client).create_payment_with_http_info(body(call, api.PaymentCreate)),
        "createSession": lambda: api.SessionsApi(client).create_session_with_http_info(body(call, api.SessionCreate)),
    }
    return calls[call["operation"]]()


def report(call, base_url):
    configuration = api.Configuration(host=base_url, username="codegen", password="not-a-real-key")
    with api.ApiClient(configuration) as client:
        try:
            response = send(client, call)
            found = {"status": response.status_code}
            return found if response.data is None else {**found, "body": again(response.data)}
        except api.ApiException as error:
            found = {"status": error.status}
            return found if not error.body else {**found, "body": again(api.ApiError.from_json(error.body))}
        except Exception as error:  # Whatever it is, the matrix shall say so.
            return {"thrown": repr(error)}


calls_file, url = sys.argv[1:]
with open(calls_file, encoding="utf-8") as file:
    for told in json.load(file):
        print(json.dumps({"index": told["index"], **report(told, f"{url}/{told['index']}")}))
