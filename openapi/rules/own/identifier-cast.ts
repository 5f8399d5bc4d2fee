import type { OpenApiDocument } from '../../../src/contract/document.ts';
import type { Rule } from '../rule.ts';
import { examplesOf } from '../walk/examples.ts';
import { partsOf, type ValuePart } from '../walk/values.ts';

/** An identifier that an example mentions, and the role that must have introduced it. */
interface Mention {
  readonly role: 'customer' | 'instrument' | 'reference';
  readonly value: unknown;
  readonly pointer: string;
}

export const identifierCast: Rule = {
  id: 'identifier-cast',
  title:
    'Examples share one cast: each identifier that is mentioned belongs to a customer or instrument that is shown',
  why: 'A reader follows one customer from its creation to a charge; a mock and its tests work only when the same identifiers meet.',
  *check(document) {
    const cast = new Set<string>();
    const mentions: Mention[] = [];
    for (const part of exampleParts(document)) {
      for (const key of introducedBy(part)) cast.add(key);
      const mention = mentionIn(part);
      if (mention !== undefined) mentions.push(mention);
    }
    for (const { role, value, pointer } of mentions) {
      if (!cast.has(keyOf(role, value))) {
        yield { pointer, message: `${JSON.stringify(value)} belongs to no ${role} of any response example` };
      }
    }
  },
};

interface ExamplePart extends ValuePart {
  readonly kind: string;
}

function* exampleParts(document: OpenApiDocument): Generator<ExamplePart> {
  for (const { kind, owner, value, schema, pointer } of examplesOf(document)) {
    const name = kind === 'schema' ? propertyAt(pointer) : owner;
    for (const part of partsOf(document, value, schema, pointer, name)) yield { ...part, kind };
  }
}

/** `/…/properties/customerId/examples/0` is an example of the property `customerId`. */
function propertyAt(place: string): string | undefined {
  return /\/properties\/([^/]+)\/examples\/\d+$/.exec(place)?.[1];
}

function introducedBy({ kind, component, value }: ExamplePart): readonly string[] {
  if (kind !== 'response' || typeof value !== 'object' || value === null) return [];
  if (component === 'Customer') {
    return [
      keyOf('customer', Reflect.get(value, 'id')),
      keyOf('reference', Reflect.get(value, 'referenceId')),
    ];
  }
  return component === 'PaymentInstrument' ? [keyOf('instrument', Reflect.get(value, 'token'))] : [];
}

function mentionIn({ kind, component, property, value, pointer }: ExamplePart): Mention | undefined {
  if (property === 'customerId') return { role: 'customer', value, pointer };
  if (property === 'token' && kind !== 'response') return { role: 'instrument', value, pointer };
  const isCustomerRequest = component === 'CustomerCreate' || component === 'CustomerUpdate';
  if (
    isCustomerRequest &&
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, 'referenceId')
  ) {
    return { role: 'reference', value: Reflect.get(value, 'referenceId'), pointer: `${pointer}/referenceId` };
  }
  return undefined;
}

function keyOf(role: Mention['role'], value: unknown): string {
  return `${role} ${JSON.stringify(value)}`;
}
