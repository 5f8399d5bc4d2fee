// Command program calls each operation as it is told and prints what the generated client made of the answer.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

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

type credentials struct{}

func (credentials) BasicAuth(context.Context, api.OperationName) (api.BasicAuth, error) {
	return api.BasicAuth{Username: "codegen", Password: "not-a-real-key"}, nil
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
	var unexpected *api.UnexpectedErrorStatusCode
	if errors.As(err, &unexpected) {
		return report{Index: told.Index, Status: unexpected.StatusCode, Body: &unexpected.Response}
	}
	if err != nil {
		return report{Index: told.Index, Thrown: err.Error()}
	}
	status, body := read(response)
	return report{Index: told.Index, Status: status, Body: body}
}

// read tells the status of an answer, which the generated client keeps in the name of its type.
func read(response any) (int, any) {
	switch answer := response.(type) {
	case *api.Customer, *api.ListCustomersOKApplicationJSON, *api.ListPaymentInstrumentsOKApplicationJSON:
		return 200, answer
	case created:
		return 201, answer.body
	case *api.DeleteCustomerNoContent, *api.DeletePaymentInstrumentNoContent:
		return 204, nil
	case *api.UnauthorizedHeaders:
		return 401, &answer.Response
	case *api.ApiError:
		return 400, answer
	}
	if strings.HasSuffix(fmt.Sprintf("%T", response), "NotFound") {
		return 404, response
	}
	return 400, response
}

// created marks the answer to a POST: a Customer alone does not say whether it was created.
type created struct{ body any }

func send(told call) (any, error) {
	client, err := api.NewClient(fmt.Sprintf("%s/%d", os.Args[2], told.Index), credentials{})
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	switch told.Operation {
	case "createCustomer":
		return post(told, func(body *api.CustomerCreate) (any, error) { return client.CreateCustomer(ctx, body) })
	case "listCustomers":
		return client.ListCustomers(ctx)
	case "retrieveCustomer":
		return client.RetrieveCustomer(ctx, api.RetrieveCustomerParams{CustomerId: told.CustomerID})
	case "updateCustomer":
		var body api.CustomerUpdate
		if err := json.Unmarshal(told.Body, &body); err != nil {
			return nil, err
		}
		return client.UpdateCustomer(ctx, &body, api.UpdateCustomerParams{CustomerId: told.CustomerID})
	case "deleteCustomer":
		return client.DeleteCustomer(ctx, api.DeleteCustomerParams{CustomerId: told.CustomerID})
	case "listPaymentInstruments":
		return client.ListPaymentInstruments(ctx, api.ListPaymentInstrumentsParams{CustomerId: told.CustomerID})
	case "deletePaymentInstrument":
		params := api.DeletePaymentInstrumentParams{CustomerId: told.CustomerID, Token: told.Token}
		return client.DeletePaymentInstrument(ctx, params)
	case "createPayment":
		return post(told, func(body *api.PaymentCreate) (any, error) { return client.CreatePayment(ctx, body) })
	case "createSession":
		return post(told, func(body *api.SessionCreate) (any, error) { return client.CreateSession(ctx, body) })
	}
	return nil, fmt.Errorf("no such operation: %s", told.Operation)
}

func post[Model any](told call, send func(*Model) (any, error)) (any, error) {
	body := new(Model)
	if err := json.Unmarshal(told.Body, body); err != nil {
		return nil, err
	}
	response, err := send(body)
	switch response.(type) {
	case *api.Customer, *api.Payment, *api.Session:
		return created{response}, err
	}
	return response, err
}
