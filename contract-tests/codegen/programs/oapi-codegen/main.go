// Command program calls each operation as it is told and prints what the generated client made of the answer.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"reflect"

	"matrix/api"
)

type call struct {
	Index      int             `json:"index"`
	Operation  string          `json:"operation"`
	CustomerID string          `json:"customerId"`
	Token      string          `json:"token"`
	Body       json.RawMessage `json:"body"`
}

type report struct {
	Index  int    `json:"index"`
	Status int    `json:"status,omitempty"`
	Body   any    `json:"body,omitempty"`
	Thrown string `json:"thrown,omitempty"`
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	var calls []call
	if err := json.Unmarshal(text, &calls); err != nil {
		panic(err)
	}
	for _, told := range calls {
		line, err := json.Marshal(answer(told))
		if err != nil {
			panic(err)
		}
		fmt.Println(string(line))
	}
}

func answer(told call) report {
	response, err := send(told)
	if err != nil {
		return report{Index: told.Index, Thrown: err.Error()}
	}
	return report{Index: told.Index, Status: response.StatusCode(), Body: parsed(response)}
}

// response is what the answers of all operations have in common.
type response interface{ StatusCode() int }

// parsed gives the one field of an answer that the client filled from the body.
func parsed(response response) any {
	value := reflect.ValueOf(response).Elem()
	for index := range value.NumField() {
		name, field := value.Type().Field(index).Name, value.Field(index)
		if len(name) > 4 && name[:4] == "JSON" && !field.IsNil() {
			return field.Interface()
		}
	}
	return nil
}

func send(told call) (response, error) {
	credentials := func(_ context.Context, request *http.Request) error {
		request.SetBasicAuth("codegen", "not-a-real-key")
		return nil
	}
	base := fmt.Sprintf("%s/%d", os.Args[2], told.Index)
	client, err := api.NewClientWithResponses(base, api.WithRequestEditorFn(credentials))
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	switch told.Operation {
	case "createCustomer":
		body, err := model[api.CustomerCreate](told)
		if err != nil {
			return nil, err
		}
		return client.CreateCustomerWithResponse(ctx, body)
	case "listCustomers":
		return client.ListCustomersWithResponse(ctx)
	case "retrieveCustomer":
		return client.RetrieveCustomerWithResponse(ctx, told.CustomerID)
	case "updateCustomer":
		body, err := model[api.CustomerUpdate](told)
		if err != nil {
			return nil, err
		}
		return client.UpdateCustomerWithResponse(ctx, told.CustomerID, body)
	case "deleteCustomer":
		return client.DeleteCustomerWithResponse(ctx, told.CustomerID)
	case "listPaymentInstruments":
		return client.ListPaymentInstrumentsWithResponse(ctx, told.CustomerID)
	case "deletePaymentInstrument":
		return client.DeletePaymentInstrumentWithResponse(ctx, told.CustomerID, told.Token)
	case "createPayment":
		body, err := model[api.PaymentCreate](told)
		if err != nil {
			return nil, err
		}
		return client.CreatePaymentWithResponse(ctx, body)
	case "createSession":
		body, err := model[api.SessionCreate](told)
		if err != nil {
			return nil, err
		}
		return client.CreateSessionWithResponse(ctx, body)
	}
	return nil, fmt.Errorf("no such operation: %s", told.Operation)
}

func model[Model any](told call) (Model, error) {
	var value Model
	err := json.Unmarshal(told.Body, &value)
	return value, err
}
