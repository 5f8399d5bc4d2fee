/** Questions about customers. */
import { shapes } from '../../../generated/shapes.ts';
import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import {
  CUSTOMERS,
  membersObservation,
  orSkip,
  type Probe,
  seen,
  statusOfCase,
  successes,
  valuesAt,
} from './probe.ts';

export const customerProbes: readonly Probe[] = [
  {
    question: 'Q-list-customers',
    ask: (scene) => {
      const exchange = successes(scene, 'listCustomers').at(-1);
      const list = exchange === undefined ? undefined : jsonOf(exchange);
      if (!Array.isArray(list)) {
        const got =
          typeof list === 'object' && list !== null
            ? `an object of ${Object.keys(list).join(', ')}`
            : 'no list';
        return exchange === undefined
          ? 'no list was answered'
          : { answer: `the list is ${got}`, agrees: false, change: 'the 200 of listCustomers: an envelope' };
      }
      const created = successes(scene, 'createCustomer').map((one) => valueAt(jsonOf(one), '/id'));
      const order = list.map((one) => created.indexOf(valueAt(one, '/id'))).filter((index) => index >= 0);
      const rising = order.every((index, at) => at === 0 || index > (order[at - 1] ?? -1));
      const falling = order.every((index, at) => at === 0 || index < (order[at - 1] ?? Infinity));
      const sorted = rising ? 'the oldest first' : falling ? 'the latest first' : 'no order of creation';
      return { answer: `a plain array, ${sorted}, ${list.length} entries at the end`, agrees: true };
    },
  },
  {
    question: 'Q-required-on-create',
    needs: 'writes',
    ask: (scene) => {
      const fields = ['referenceId', 'email', 'firstName', 'lastName', 'phone', 'metadata'];
      const refused = fields.filter((field) => {
        const status = statusOfCase(scene, `createCustomer/valid/without-${field}`);
        return status !== undefined && status >= 300;
      });
      return {
        answer: refused.length === 0 ? 'no field is demanded' : `refused without ${refused.join(', ')}`,
        agrees: refused.length === 0,
        ...(refused.length === 0
          ? {}
          : { change: `/components/schemas/CustomerCreate/required: ${refused.join(', ')}` }),
      };
    },
  },
  {
    question: 'Q-identifying-fields',
    needs: 'writes',
    ask: async ({ send, world, exchanges }) => {
      const empty = statusOfCase(
        { exchanges },
        'createCustomer/violation/components/schemas/CustomerCreate/minProperties',
      );
      const { referenceId } = world.body('createCustomer', 'probe-metadata-alone', 'none');
      const alone = await send('createCustomer', { body: { metadata: { tag: String(referenceId) } } });
      const { status } = alone.response;
      return {
        answer: `metadata alone is answered with ${status}, an empty object with ${empty ?? 'nothing'}`,
        agrees: status < 300 && empty === 400,
      };
    },
  },
  {
    question: 'Q-duplicate-reference',
    needs: 'writes',
    ask: async ({ send, world }) => {
      const { id, sent } = await world.create('probe-duplicate');
      const exchange = await send('createCustomer', { body: sent });
      const { status } = exchange.response;
      const other = valueAt(jsonOf(exchange), '/id');
      if (status >= 300) {
        const change = `createCustomer: a response ${status} for a reference that is taken`;
        return {
          answer: `a second customer with one referenceId is refused with ${status}`,
          agrees: status === 400,
          ...(status === 400 ? {} : { change }),
        };
      }
      return {
        answer:
          other === id
            ? 'the first customer comes back'
            : 'a second customer with the same referenceId is created',
        agrees: other !== id,
      };
    },
  },
  {
    question: 'Q-writable-fields',
    needs: 'writes',
    ask: async ({ send, world }) => {
      const fields = {
        description: 'plexo-check',
        document: { type: 1, value: '1' },
        identification: { type: 1, value: '1' },
        birthdate: '1990-05-17T00:00:00Z',
        address: { line1: 'plexo-check' },
      };
      const body = { ...world.body('createCustomer', 'probe-writable', 'none'), ...fields };
      const exchange = await send('createCustomer', { body });
      if (exchange.response.status >= 300) {
        return { answer: `a create with them is refused with ${exchange.response.status}`, agrees: true };
      }
      const kept = Object.keys(fields).filter(
        (name) => (valueAt(jsonOf(exchange), `/${name}`) ?? null) !== null,
      );
      return {
        answer: kept.length === 0 ? 'they are taken and dropped' : `${kept.join(', ')} come back`,
        agrees: kept.length === 0,
        ...(kept.length === 0
          ? {}
          : { change: `CustomerCreate and CustomerUpdate: describe ${kept.join(', ')}` }),
      };
    },
  },
  {
    question: 'Q-update-merge',
    needs: 'writes',
    ask: async ({ send, world }) => {
      const { id } = await world.create('probe-merge', { metadata: { first: '1' } });
      const path = { customerId: id };
      orSkip(await send('updateCustomer', { path, body: { phone: '+59899000333' } }));
      const fields = jsonOf(await send('retrieveCustomer', { path }));
      orSkip(await send('updateCustomer', { path, body: { metadata: { second: '2' } } }));
      const pairs = valueAt(jsonOf(await send('retrieveCustomer', { path })), '/metadata');
      const kept = (valueAt(fields, '/firstName') ?? null) !== null;
      const merged = valueAt(pairs, '/first') === '1';
      const answer = `fields that are left out are ${kept ? 'kept' : 'cleared'}; metadata is ${merged ? 'merged' : 'replaced'}`;
      // Both readings are within the contract; the words of the description would become definite.
      return { answer, agrees: kept && !merged, change: `updateCustomer: say that ${answer}` };
    },
  },
  {
    question: 'Q-update-fields',
    needs: 'writes',
    ask: async ({ send, world }) => {
      const { id, sent } = await world.create('probe-fields');
      const path = { customerId: id };
      const changes: Readonly<Record<string, unknown>> = {
        referenceId: `${String(sent['referenceId'])}-new`,
        email: `${String(sent['referenceId'])}-new@example.com`,
        firstName: 'New',
        lastName: 'New',
        phone: '+59899000444',
        metadata: { new: 'yes' },
      };
      orSkip(await send('updateCustomer', { path, body: changes }));
      const read = jsonOf(await send('retrieveCustomer', { path }));
      const ignored = Object.keys(changes).filter(
        (name) => JSON.stringify(valueAt(read, `/${name}`)) !== JSON.stringify(changes[name]),
      );
      return {
        answer:
          ignored.length === 0 ? 'every field can be changed' : `${ignored.join(', ')} cannot be changed`,
        agrees: ignored.length === 0,
      };
    },
  },
  {
    question: 'Q-delete-effect',
    needs: 'instruments',
    ask: async ({ send, world }) => {
      const { id } = await world.create('probe-delete-effect');
      const token = await world.addInstrument(id);
      orSkip(await send('deleteCustomer', { path: { customerId: id } }));
      const list = await send('listPaymentInstruments', { path: { customerId: id } });
      const charge = await send('createPayment', { body: world.payment('probe-delete-effect', id, token) });
      const outcome = valueAt(jsonOf(charge), '/status');
      const charged = charge.response.status < 300 && outcome !== 'denied';
      return {
        answer: `instruments of a deleted customer answer ${list.response.status}; its token is ${charged ? 'still charged' : 'not charged'} (${charge.response.status})`,
        agrees: !charged && list.response.status === 404,
      };
    },
  },
  {
    question: 'Q-identifier-format',
    ask: (scene) => {
      const ids = [
        ...valuesAt(seen(scene, ...CUSTOMERS), '/id', 1_000),
        ...valuesAt(seen(scene, 'listPaymentInstruments'), '/token', 1_000),
        ...valuesAt(seen(scene, 'createPayment', 'createSession'), '/id', 1_000),
      ];
      if (ids.length === 0) return 'no identifier was seen';
      const forms = [...new Set(ids.map(formOf))].sort();
      return { answer: `${ids.length} identifiers and tokens were ${forms.join(' and ')}`, agrees: true };
    },
  },
  {
    question: 'Q-customer-properties',
    ask: (scene) =>
      membersObservation(
        'customer',
        seen(scene, ...CUSTOMERS),
        Object.keys(shapes['/components/schemas/Customer']?.members ?? {}),
        ['id'],
      ),
  },
  {
    question: 'Q-null-or-absent',
    ask: (scene) => {
      const bodies = seen(scene, ...CUSTOMERS);
      const names = Object.keys(shapes['/components/schemas/Customer']?.members ?? {});
      const nulls = bodies.filter((body) => Object.values(body).includes(null)).length;
      const absent = bodies.filter((body) => names.some((name) => !Object.hasOwn(body, name))).length;
      if (bodies.length === 0) return 'no customer was seen';
      return {
        answer: `of ${bodies.length} customers, ${nulls} held null and ${absent} left something out`,
        agrees: true,
      };
    },
  },
  {
    question: 'Q-null-in-requests',
    ask: (scene) => {
      const place = 'createCustomer/violation/components/schemas/CustomerCreate/properties/firstName';
      const byNull = statusOfCase(scene, `${place}/type/null`);
      const byEmpty = statusOfCase(scene, `${place}/minLength`);
      if (byNull === undefined || byEmpty === undefined) return 'neither was sent';
      return {
        answer: `null is answered with ${byNull}, empty text with ${byEmpty}`,
        agrees: byNull >= 400 && byEmpty >= 400,
      };
    },
  },
  {
    question: 'Q-customer-status',
    ask: (scene) => {
      const bodies = seen(scene, ...CUSTOMERS);
      const values = valuesAt(bodies, '/status');
      const described = bodies.filter((body) => (valueAt(body, '/description') ?? null) !== null).length;
      if (bodies.length === 0) return 'no customer was seen';
      const answer = `status was ${values.join(', ') || 'never there'}; ${described} of ${bodies.length} customers had a description`;
      const change = `Customer.status: the known values ${values.join(', ')}`;
      return { answer, agrees: values.length === 0, ...(values.length === 0 ? {} : { change }) };
    },
  },
  {
    question: 'Q-document-address',
    ask: (scene) => {
      const parts = ['document', 'identification', 'address'].map((name) => {
        const inner = seen(scene, ...CUSTOMERS).map((body) => valueAt(body, `/${name}`));
        const names = new Set(
          inner.flatMap((one) => (typeof one === 'object' && one !== null ? Object.keys(one) : [])),
        );
        return `${name}: ${[...names].sort().join(', ') || 'not seen'}`;
      });
      const any = parts.some((part) => !part.endsWith('not seen'));
      if (!any) return 'no customer had any of the three';
      return { answer: parts.join('; '), agrees: false, change: `their schemas: ${parts.join('; ')}` };
    },
  },
  {
    question: 'Q-metadata-limits',
    needs: 'writes',
    ask: async ({ send, world }) => {
      const body = world.body('createCustomer', 'probe-metadata', 'none');
      const attempt = async (name: string, metadata: unknown): Promise<number> => {
        const referenceId = `${String(body['referenceId'])}-${name}`;
        const exchange = await send('createCustomer', { body: { ...body, referenceId, metadata } });
        return exchange.response.status;
      };
      const many = await attempt(
        'many',
        Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, 'v'])),
      );
      const long = await attempt('long', { key: 'v'.repeat(5_000) });
      const wide = await attempt('wide', { ['k'.repeat(300)]: 'v' });
      return {
        answer: `100 pairs: ${many}; a value of 5,000 characters: ${long}; a key of 300: ${wide}`,
        agrees: [many, long, wide].every((status) => status < 300),
        ...([many, long, wide].every((status) => status < 300)
          ? {}
          : { change: 'Metadata: the limits that were met' }),
      };
    },
  },
  {
    question: 'Q-limits',
    needs: 'writes',
    ask: async ({ send, world }) => {
      const body = world.body('createCustomer', 'probe-limits', 'none');
      const parts: { readonly what: string; readonly status: number }[] = [];
      for (const [what, change] of [
        ['a name of 256 characters', { firstName: 'n'.repeat(256) }],
        ['a name of 5,000 characters', { firstName: 'n'.repeat(5_000) }],
        ['a telephone number of words', { phone: 'none of your business' }],
      ] as const) {
        const referenceId = `${String(body['referenceId'])}-${parts.length}`;
        const { response } = await send('createCustomer', { body: { ...body, referenceId, ...change } });
        parts.push({ what, status: response.status });
      }
      const refused = parts.filter(({ status }) => status >= 300);
      return {
        answer: parts.map(({ what, status }) => `${what}: ${status}`).join('; '),
        agrees: refused.length === 0,
        ...(refused.length === 0
          ? {}
          : { change: `request schemas: limits that refuse ${refused.map(({ what }) => what).join(', ')}` }),
      };
    },
  },
];

function formOf(id: string): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return 'dashed UUIDs';
  if (/^[0-9a-f]{32}$/i.test(id)) return '32 hexadecimal digits';
  if (/^[0-9a-f]{24}$/i.test(id)) return '24 hexadecimal digits';
  return 'text of another form';
}
