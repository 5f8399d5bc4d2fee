/** Saved payment instruments: listed and deleted through the customer who owns them. */
import { lastFourOf, maskedNumberOf, TEST_CARDS } from './cards.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { PaymentInstrument, StoredInstrument, Tenant, World } from './world.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

export function listPaymentInstruments(
  world: World,
  tenant: Tenant,
  customerId: string,
): Outcome<readonly PaymentInstrument[]> {
  if (!tenant.customers.has(customerId)) return refused('not-found');
  const all = (tenant.instruments.get(customerId) ?? []).filter(
    (instrument) => !isOver(instrument, world.now()),
  );
  const { expiredInstruments } = world.readings;
  const listed = expiredInstruments === 'listed' ? all : all.filter((one) => !isExpired(one, world.now()));
  return done(listed.map((instrument) => shownInstrument(instrument, world)));
}

export function deletePaymentInstrument(
  { readings, now }: World,
  tenant: Tenant,
  customerId: string,
  token: string,
): Outcome<undefined> {
  if (!tenant.customers.has(customerId)) return refused('not-found');
  const list = tenant.instruments.get(customerId) ?? [];
  const found = list.find((instrument) => instrument.token === token && !isOver(instrument, now()));
  if (found === undefined) {
    const again = readings.deleteTwice === 204 && tenant.deleted.has(token);
    return again ? done(undefined) : refused('not-found');
  }
  tenant.instruments.set(
    customerId,
    list.filter((instrument) => instrument !== found),
  );
  tenant.deleted.add(token);
  return done(undefined);
}

/** The instrument behind a token, whoever owns it within the client. */
export function instrumentOf(tenant: Tenant, token: string): StoredInstrument | undefined {
  for (const list of tenant.instruments.values()) {
    const found = list.find((instrument) => instrument.token === token);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A card works until the end of its last month. */
export function isExpired({ expMonth, expYear }: StoredInstrument, now: number): boolean {
  return now >= Date.UTC(expYear, expMonth);
}

/** A temporal token lives for 24 hours, as the vendor's pages say, and is gone after them. */
export function isOver({ life, createdAt }: StoredInstrument, now: number): boolean {
  return life === 'temporal' && now - createdAt >= DAY_MS;
}

export function shownInstrument(instrument: StoredInstrument, { readings, now }: World): PaymentInstrument {
  const { token, expMonth, expYear, life } = instrument;
  const card = TEST_CARDS.find(({ id }) => id === instrument.card);
  if (card === undefined)
    throw new Error(`the stored instrument names the card "${instrument.card}", which does not exist`);
  return {
    token,
    name: readings.instrumentName === 'last4' ? lastFourOf(card) : maskedNumberOf(card),
    type: card.type,
    issuer: { id: card.issuer, name: card.brand },
    expMonth,
    expYear: readings.expYear === 'four-digits' ? expYear : expYear % 100,
    status: isExpired(instrument, now()) ? 'Expired' : readings.usableStatus,
    tokenizationType: life === 'temporal' ? 'temporal' : readings.storedToken,
  };
}
