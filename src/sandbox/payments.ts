/** Payments: a saved token is charged; the card decides what becomes of it. */
import { LIMIT, TEST_CARDS } from './cards.ts';
import { instrumentOf, isExpired, isOver } from './instruments.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { Readings } from './readings.ts';
import type { Payment, PaymentCreate, StoredInstrument, StoredPayment, Tenant, World } from './world.ts';

/** A charge that is declined is no error: it is created, with the status `denied`. */
export function createPayment(world: World, tenant: Tenant, body: PaymentCreate): Outcome<Payment> {
  const { customerId, paymentMethod, amount, capture, referenceId } = body;
  const { source, paymentInstrument } = paymentMethod;
  if (source !== 'token') return refused('card-data', `body/paymentMethod/source: only "token" is in scope`);
  if (!isCountable(amount.total, world.readings)) return refused('amount', 'body/amount/total');
  if (customerId !== undefined && !tenant.customers.has(customerId)) return refused('unknown-customer');
  const instrument = instrumentOf(tenant, paymentInstrument.token);
  if (instrument === undefined || isOver(instrument, world.now())) return refused('unknown-token');
  const owned = customerId === instrument.customerId;
  if (world.readings.tokenOwner === 'must-match' && !owned) return refused('unknown-token');
  const payment: StoredPayment = {
    id: world.identifiers.next(world.readings.identifiers),
    referenceId,
    status: statusOf(instrument, amount.total, capture?.method, world),
    customerId,
    token: instrument.token,
    total: amount.total,
    currency: amount.currency,
    createdAt: world.now(),
  };
  tenant.payments.set(payment.id, payment);
  const { id, status, createdAt } = payment;
  return done({ id, referenceId, status, createdAt: new Date(createdAt).toISOString() });
}

/** Both documented currencies have two decimals (ISO 4217); minor units have none. */
function isCountable(total: number, { amountUnit }: Readings): boolean {
  return Number(total.toFixed(amountUnit === 'major' ? 2 : 0)) === total;
}

function statusOf(
  instrument: StoredInstrument,
  total: number,
  capture: string | undefined,
  { readings, now }: World,
): StoredPayment['status'] {
  const card = TEST_CARDS.find(({ id }) => id === instrument.card);
  const limit = readings.amountUnit === 'major' ? LIMIT : LIMIT * 100;
  if (isExpired(instrument, now())) return 'denied';
  if (card?.behaviour === 'denied' || (card?.behaviour === 'limited' && total > limit)) return 'denied';
  return (capture ?? readings.captureDefault) === 'manual' ? 'authorized' : 'approved';
}
