/** Faults of keeping: what is stored is not what was sent. */
import { shownCustomer } from '../customers.ts';
import type { Fault } from '../fault.ts';
import { done } from '../outcome.ts';
import { type CustomerCreate, keepCustomer } from '../world.ts';
import { stateFault } from './state-fault.ts';

/** What is stored in place of what was sent; the answer of the create already shows it. */
function stored(
  id: string,
  title: string,
  caughtBy: string,
  change: (body: CustomerCreate) => CustomerCreate,
): Fault {
  return stateFault(id, title, 'createCustomer', caughtBy, (inner) => ({
    createCustomer: (tenant, body) => inner.createCustomer(tenant, change(body)),
    updateCustomer: (tenant, customerId, body) => inner.updateCustomer(tenant, customerId, change(body)),
  }));
}

/** Every text of a body, changed. */
function everyText(change: (text: string) => string): (body: CustomerCreate) => CustomerCreate {
  const changed = (value: unknown): unknown => {
    if (typeof value === 'string') return change(value);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, changed(member)]));
  };
  // The same members with other texts: still a body.
  return (body) => changed(body) as CustomerCreate;
}

function inMetadata(
  change: (pairs: readonly (readonly [string, string])[]) => readonly (readonly [string, string])[],
) {
  return (body: CustomerCreate): CustomerCreate =>
    body.metadata === undefined
      ? body
      : { ...body, metadata: Object.fromEntries(change(Object.entries(body.metadata))) };
}

export const storageFaults: readonly Fault[] = [
  stored(
    'unicode-mangled',
    'letters outside ASCII come back as two others each',
    'text-survives',
    everyText((text) => {
      const bytes = new TextEncoder().encode(text);
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    }),
  ),
  stored(
    'unicode-normalised',
    'composed and decomposed letters come back alike',
    'text-survives',
    everyText((text) => text.normalize('NFC')),
  ),
  stored(
    'astral-dropped',
    'characters outside the basic plane come back as question marks',
    'text-survives',
    everyText((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
  ),
  stored(
    'text-trimmed',
    'blanks around text are cut off',
    'text-survives',
    everyText((text) => text.trim()),
  ),
  stored(
    'text-truncated',
    'text is cut after 20 characters',
    'text-survives',
    everyText((text) => text.slice(0, 20)),
  ),
  stored(
    'text-escaped',
    'markup in text comes back escaped',
    'text-survives',
    everyText((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
  ),
  stored(
    'metadata-dropped',
    'metadata is not kept',
    'create-read-agree',
    ({ metadata: _dropped, ...rest }) => rest,
  ),
  stored(
    'metadata-keys-lower-cased',
    'the keys of metadata come back in lower case',
    'create-read-agree',
    inMetadata((pairs) => pairs.map(([key, value]) => [key.toLowerCase(), value])),
  ),
  stored(
    'metadata-last-pair-dropped',
    'the last pair of metadata is not kept',
    'create-read-agree',
    inMetadata((pairs) => pairs.slice(0, -1)),
  ),
  stored(
    'names-swapped',
    'first and last name are exchanged',
    'create-read-agree',
    ({ firstName, lastName, ...rest }) => ({
      ...rest,
      ...(lastName === undefined ? {} : { firstName: lastName }),
      ...(firstName === undefined ? {} : { lastName: firstName }),
    }),
  ),
  stored('phone-stripped', 'the plus sign of a phone number is not kept', 'create-read-agree', (body) =>
    body.phone === undefined ? body : { ...body, phone: body.phone.replace('+', '') },
  ),
  stored('email-upper-cased', 'the e-mail address comes back in upper case', 'create-read-agree', (body) =>
    body.email === undefined ? body : { ...body, email: body.email.toUpperCase() },
  ),
  stored('reference-upper-cased', 'the referenceId comes back in upper case', 'create-read-agree', (body) =>
    body.referenceId === undefined ? body : { ...body, referenceId: body.referenceId.toUpperCase() },
  ),
  stateFault(
    'create-answer-differs',
    'the record that is kept has another first name than the answer',
    'createCustomer',
    'create-read-agree',
    (inner) => ({
      createCustomer(tenant, body) {
        const outcome = inner.createCustomer(tenant, body);
        const kept = outcome.ok ? tenant.customers.get(outcome.value.id) : undefined;
        if (kept?.firstName !== undefined) keepCustomer(tenant, { ...kept, firstName: `${kept.firstName}.` });
        return outcome;
      },
    }),
  ),
  stateFault(
    'create-keeps-nothing',
    'a create is answered with a record that is not kept',
    'createCustomer',
    'create-read-agree',
    (inner) => ({
      createCustomer(tenant, body) {
        const outcome = inner.createCustomer(tenant, body);
        if (outcome.ok) tenant.customers.delete(outcome.value.id);
        return outcome;
      },
    }),
  ),
  stateFault(
    'create-keeps-twice',
    'a create leaves a second record without a reference',
    'createCustomer',
    'list-complete',
    (inner, world) => ({
      createCustomer(tenant, body) {
        const outcome = inner.createCustomer(tenant, body);
        if (!outcome.ok) return outcome;
        const id = world.identifiers.next(world.readings.identifiers);
        tenant.customers.set(id, { ...body, id });
        return outcome;
      },
    }),
  ),
  stateFault(
    'id-shared',
    'a customer gets the id of the one that was created before it',
    'createCustomer',
    'ids-distinct',
    (inner, { readings }) => {
      let before: string | undefined;
      return {
        createCustomer(tenant, body) {
          const outcome = inner.createCustomer(tenant, body);
          if (!outcome.ok) return outcome;
          const shared = before !== undefined && tenant.customers.has(before) ? before : undefined;
          before = before === undefined ? outcome.value.id : undefined;
          if (shared === undefined) return outcome;
          const renamed = { ...tenant.customers.get(outcome.value.id), id: shared };
          tenant.customers.delete(outcome.value.id);
          keepCustomer(tenant, renamed);
          return done(shownCustomer(renamed, readings));
        },
      };
    },
  ),
];
