//! Calls each operation as it is told and prints what the generated client made of the answer.

use openapi::apis::configuration::Configuration;
use openapi::apis::{customers_api, payment_instruments_api, payments_api, sessions_api, Error};
use openapi::models::ApiError;
use serde::{de::DeserializeOwned, Deserialize, Serialize};
use serde_json::{json, Value};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Call {
    index: usize,
    operation: String,
    customer_id: String,
    token: String,
    body: Option<Value>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let calls: Vec<Call> = serde_json::from_str(&std::fs::read_to_string(&arguments[1])?)?;
    for call in calls {
        let mut configuration = Configuration::new();
        configuration.base_path = format!("{}/{}", arguments[2], call.index);
        configuration.basic_auth = Some(("codegen".into(), Some("not-a-real-key".into())));
        let mut report = send(&configuration, &call).await.unwrap_or_else(|thrown| json!({ "thrown": thrown }));
        report["index"] = json!(call.index);
        println!("{report}");
    }
    Ok(())
}

async fn send(to: &Configuration, call: &Call) -> Result<Value, String> {
    let (id, token) = (call.customer_id.as_str(), call.token.as_str());
    match call.operation.as_str() {
        "createCustomer" => report(201, customers_api::create_customer(to, body(call)?).await),
        "listCustomers" => report(200, customers_api::list_customers(to).await),
        "retrieveCustomer" => report(200, customers_api::retrieve_customer(to, id).await),
        "updateCustomer" => report(200, customers_api::update_customer(to, id, body(call)?).await),
        "deleteCustomer" => report(204, customers_api::delete_customer(to, id).await),
        "listPaymentInstruments" => report(200, payment_instruments_api::list_payment_instruments(to, id).await),
        "deletePaymentInstrument" => {
            report(204, payment_instruments_api::delete_payment_instrument(to, id, token).await)
        }
        "createPayment" => report(201, payments_api::create_payment(to, body(call)?).await),
        "createSession" => report(201, sessions_api::create_session(to, body(call)?).await),
        other => Err(format!("no such operation: {other}")),
    }
}

fn body<Model: DeserializeOwned>(call: &Call) -> Result<Model, String> {
    serde_json::from_value(call.body.clone().unwrap_or_default()).map_err(|error| error.to_string())
}

/// A success comes without its status: the documented one is the only one that the generated function knows.
fn report<Model: Serialize, Failure>(success: u16, result: Result<Model, Error<Failure>>) -> Result<Value, String> {
    match result {
        Ok(model) if success == 204 => {
            let _ = model;
            Ok(json!({ "status": success }))
        }
        Ok(model) => Ok(json!({ "status": success, "body": model })),
        Err(Error::ResponseError(response)) if response.content.is_empty() => {
            Ok(json!({ "status": response.status.as_u16() }))
        }
        Err(Error::ResponseError(response)) => {
            let error: ApiError = serde_json::from_str(&response.content).map_err(|error| error.to_string())?;
            Ok(json!({ "status": response.status.as_u16(), "body": error }))
        }
        Err(error) => Err(error.to_string()),
    }
}
