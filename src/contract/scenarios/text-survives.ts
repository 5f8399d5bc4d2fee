import { jsonOf } from '../run/json.ts';
import { type Scenario, sentPart } from './scenario.ts';

export const textSurvives: Scenario = {
  id: 'text-survives',
  title: 'Text comes back as it was sent',
  why: 'Names are written in every script, and the keys of metadata are the caller’s own: one letter that changes is another name, or a key that is not found.',
  async run({ world, succeed, same, name }) {
    const texts = {
      // Text that is cut would make every reference the same, and the second customer a duplicate.
      referenceId: undefined,
      firstName: 'Ñandú Ὀδυσσεύς 山田 👩🏽‍🚀',
      lastName: 'O’Higgins-"Łuk" \\ / <b>&amp;</b> e\u0301',
      metadata: {
        CamelCase: 'kept',
        camelcase: 'another',
        'with space': ' at both ends ',
        'ключ/~1': 'line\nbreak\ttab',
        emoji: '🦜',
        empty: '',
        number: '007',
        boolean: 'true',
      },
    };
    const { id, sent, answer, exchange } = await world.create(name('one'), texts);
    same(exchange, sent, sentPart(sent, answer), 'the text that was sent');
    const path = { customerId: id };
    const read = await succeed('retrieveCustomer', { path });
    same(read, sent, sentPart(sent, jsonOf(read)), 'the text that was sent');
    const body = { ...sent, firstName: 'Åse 김', metadata: { ...texts.metadata, Ωmega: 'ß' } };
    const updated = await succeed('updateCustomer', { path, body });
    same(updated, body, sentPart(body, jsonOf(updated)), 'the text that was sent');
  },
};
