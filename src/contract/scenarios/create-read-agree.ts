import { jsonOf } from '../run/json.ts';
import { entryOf, type Scenario, sentPart } from './scenario.ts';

export const createReadAgree: Scenario = {
  id: 'create-read-agree',
  title: 'What was created is what is read and listed',
  why: 'A caller stores what the create answer says. A later read that says something else, or a list that lacks the record, makes two truths of one customer.',
  async run({ world, send, succeed, claim, same, name }) {
    const { id, sent, answer, exchange } = await world.create(name('one'));
    same(exchange, sent, sentPart(sent, answer), 'what was sent');
    const read = await send('retrieveCustomer', { path: { customerId: id } });
    const { status } = read.response;
    claim(status < 300, { exchange: read, at: 'status', expected: 'the customer', got: String(status) });
    if (status >= 300) return;
    same(read, answer, jsonOf(read), 'what the create answer said');
    const list = await succeed('listCustomers');
    same(list, answer, entryOf(jsonOf(list), 'id', id), 'what the create answer said', 'body/*');
  },
};
