"""Calls each operation as it is told and prints what the generated client made of the answer."""

import json
import sys

import httpx
from generated import Client, models
from generated.api.customers import create_customer, delete_customer, list_customers, retrieve_customer, update_customer
from generated.api.payment_instruments import delete_payment_instrument, list_payment_instruments
from generated.api.payments import create_payment
from generated.api.sessions import create_session


def again(model):
    if isinstance(model, list):
        return [again(item) for item in model]
    return model.to_dict()


def send(client, call):
    customer_id, token, body = call["customerId"], call["token"], call.get("body")
    calls = {
        "createCustomer": lambda: create_customer.sync_detailed(
            client=client, body=models.CustomerCreate.from_dict(body)
        ),
        "listCustomers": lambda: list_customers.sync_detailed(client=client),
        "retrieveCustomer": lambda: retrieve_customer.sync_detailed(customer_id, client=client),
        "updateCustomer": lambda: update_customer.sync_detailed(
            customer_id, client=client, body=models.CustomerUpdate.from_dict(body)
        ),
        "deleteCustomer": lambda: delete_customer.sync_detailed(customer_id, client=client),
        "listPaymentInstruments": lambda: list_payment_instruments.sync_detailed(customer_id, client=client),
        "deletePaymentInstrument": lambda: delete_payment_instrument.sync_detailed(customer_id, token, client=client),
        "createPayment": lambda: create_payment.sync_detailed(
            client=client, body=models.PaymentCreate.from_dict(body)
        ),
        "createSession": lambda: create_session.sync_detailed(
            client=client, body=models.SessionCreate.from_dict(body)
        ),
    }
    return calls[call["operation"]]()


def report(call, base_url):
    auth = httpx.BasicAuth("codegen", "not-a-real-key")
    with Client(base_url=base_url, httpx_args={"auth": auth}) as client:
        try:
            response = send(client, call)
        except Exception as error:  # Whatever it is, the matrix shall say so.
            return {"thrown": repr(error)}
    found = {"status": int(response.status_code)}
    return found if response.parsed is None else {**found, "body": again(response.parsed)}


calls_file, url = sys.argv[1:]
with open(calls_file, encoding="utf-8") as file:
    for told in json.load(file):
        print(json.dumps({"index": told["index"], **report(told, f"{url}/{told['index']}")}))
