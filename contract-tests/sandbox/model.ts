/** What the sandbox ought to do, a second time and in a few lines: maps of customers, and the readings. Nothing of it is shared. */
import type { Readings } from '../../src/sandbox.ts';

export type Fields = Readonly<Record<string, unknown>> & {
  readonly referenceId?: string;
  readonly email?: string;
};

export interface ModelInstrument {
  readonly token: string;
  readonly card: string;
  /** First moment at which it is expired. */
  readonly expiresAt: number;
  /** First moment at which a temporal token is gone; infinite for stored ones. */
  readonly goneAt: number;
}

export interface ModelCustomer {
  readonly id: string;
  readonly client: number;
  fields: Fields;
  /** In the order in which they were saved. */
  instruments: ModelInstrument[];
  deleted: boolean;
}

export interface ModelSession {
  readonly id: string;
  readonly customer: ModelCustomer | undefined;
  readonly temporal: boolean;
  readonly expiresAt: number;
  completed: boolean;
}

export interface Model {
  readonly readings: Readings;
  now: number;
  readonly customers: ModelCustomer[];
  readonly sessions: ModelSession[];
  readonly deletedTokens: string[];
}

export const HOUR = 3_600_000;

export function createStatus(model: Model, client: number, fields: Fields): number {
  const { readings } = model;
  const identifying = readings.identifyingFields === 'any' ? Object.keys(fields) : ['referenceId', 'email'];
  if (!identifying.some((name) => fields[name] !== undefined)) return 400;
  if (readings.email === 'required' && fields.email === undefined) return 400;
  return clash(model, client, fields, undefined) ? 400 : readings.createStatus;
}

export function clash(model: Model, client: number, fields: Fields, own: ModelCustomer | undefined): boolean {
  if (model.readings.duplicateReferenceId === 'accept' || fields.referenceId === undefined) return false;
  return mine(model, client).some(
    (other) => other !== own && other.fields.referenceId === fields.referenceId,
  );
}

export function mine(model: Model, client: number): readonly ModelCustomer[] {
  return model.customers.filter((customer) => customer.client === client && !customer.deleted);
}

export function updated(before: Fields, sent: Fields, { putSemantics, metadataSemantics }: Readings): Fields {
  const metadata =
    sent['metadata'] !== undefined && metadataSemantics === 'merge'
      ? { metadata: { ...Object(before['metadata']), ...Object(sent['metadata']) } }
      : {};
  return { ...(putSemantics === 'merge' ? before : {}), ...sent, ...metadata };
}

const PROPERTIES =
  'referenceId email name firstName lastName phone metadata description document identification birthdate address status';

export function shown({ id, fields }: ModelCustomer, { absentValues }: Readings): object {
  const name = [fields['firstName'], fields['lastName']].filter((part) => part !== undefined).join(' ');
  const known = { id, ...fields, ...(name === '' ? {} : { name }) };
  if (absentValues === 'omit') return known;
  return { ...Object.fromEntries(PROPERTIES.split(' ').map((property) => [property, null])), ...known };
}

export function listed(model: Model, customer: ModelCustomer): readonly object[] {
  const { now, readings } = model;
  return customer.instruments
    .filter(({ goneAt }) => now < goneAt)
    .filter(({ expiresAt }) => readings.expiredInstruments === 'listed' || now < expiresAt)
    .map(({ token, expiresAt, goneAt }) => {
      const last = new Date(expiresAt - 1);
      const stays = readings.storedToken;
      return {
        token,
        expMonth: last.getUTCMonth() + 1,
        expYear: last.getUTCFullYear() % (readings.expYear === 'two-digits' ? 100 : 10_000),
        status: now < expiresAt ? readings.usableStatus : 'Expired',
        tokenizationType: goneAt === Number.POSITIVE_INFINITY ? stays : 'temporal',
      };
    });
}

export function saved(model: Model, token: string, card: string, temporal: boolean): ModelInstrument {
  const date = new Date(model.now);
  const months = card === 'mastercard-expired' ? 0 : 25;
  return {
    token,
    card,
    expiresAt: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months),
    goneAt: temporal ? model.now + 24 * HOUR : Number.POSITIVE_INFINITY,
  };
}

/** The status of the answer and of the payment in it. */
export function charged(
  model: Model,
  client: number,
  customer: ModelCustomer | undefined,
  token: string,
  total: number,
  capture: string | undefined,
): readonly [number, string?] {
  const { readings, now } = model;
  const decimals = readings.amountUnit === 'major' ? 100 : 1;
  if (Math.round(total * decimals) / decimals !== total) return [400];
  const theirs = mine(model, client);
  if (customer !== undefined && !theirs.includes(customer)) return [400];
  const owner = theirs.find(({ instruments }) =>
    instruments.some((one) => one.token === token && now < one.goneAt),
  );
  const instrument = owner?.instruments.find((one) => one.token === token);
  if (owner === undefined || instrument === undefined) return [400];
  if (readings.tokenOwner === 'must-match' && customer !== owner) return [400];
  const limit = readings.amountUnit === 'major' ? 1_000 : 100_000;
  const over = instrument.card === 'visa-prepaid' && total > limit;
  if (over || instrument.card === 'visa-declined' || now >= instrument.expiresAt) {
    return [readings.createStatus, 'denied'];
  }
  const captured = (capture ?? readings.captureDefault) === 'automatic';
  return [readings.createStatus, captured ? 'approved' : 'authorized'];
}
