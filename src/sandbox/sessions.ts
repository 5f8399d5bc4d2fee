/** Tokenization sessions: started by a merchant, completed by a payer, over after half an hour. */
import { testCard } from './cards.ts';
import { shownInstrument } from './instruments.ts';
import { done, type Outcome, refused } from './outcome.ts';
import {
  keepInstrument,
  type PaymentInstrument,
  type Session,
  type SessionCreate,
  type StoredInstrument,
  type StoredSession,
  type Tenant,
  type World,
} from './world.ts';

/** Half an hour, as one integration has observed. */
export const SESSION_MS = 30 * 60 * 1_000;

/** A stored card expires two years after its month. */
const YEARS = 2;

/** Where the completion page of a session stands, below the origin of the sandbox. */
export const PAGE_PATH = '/sandbox/sessions';

export function createSession(
  world: World,
  tenant: Tenant,
  body: SessionCreate,
  origin: string,
): Outcome<Session> {
  const { customerId, settings, type } = body;
  if (type !== 'tokenization') return refused('session-type', 'body/type: only "tokenization" is in scope');
  if (customerId !== undefined && !tenant.customers.has(customerId)) return refused('unknown-customer');
  const session: StoredSession = {
    id: world.identifiers.next('undashed'),
    clientId: tenant.clientId,
    customerId,
    life: settings?.tokenization?.type === 'temporal' ? 'temporal' : 'store',
    expiresAt: world.now() + SESSION_MS,
    returnUrl: returnUrlIn(settings),
    completed: false,
  };
  world.sessions.set(session.id, session);
  return done({
    id: session.id,
    expiresAt: new Date(session.expiresAt).toISOString(),
    actions: [
      { rel: world.readings.sessionRel, href: `${origin}${PAGE_PATH}/${session.id}`, method: 'REDIRECT' },
    ],
  });
}

/** The session, as long as a payer can complete it. */
export function openSession(world: World, sessionId: string): StoredSession | undefined {
  const session = world.sessions.get(sessionId);
  if (session === undefined || session.completed || world.now() >= session.expiresAt) return undefined;
  return session;
}

export function completeSession(world: World, sessionId: string, given: string): Outcome<PaymentInstrument> {
  const session = openSession(world, sessionId);
  const tenant = session === undefined ? undefined : world.tenants.get(session.clientId);
  if (session === undefined || tenant === undefined) return refused('session-over');
  const card = testCard(given);
  if (card === undefined) return refused('unknown-card');
  const { customerId } = session;
  // Without a customer there is no record to tie the instrument to; one that was deleted meanwhile is gone.
  if (customerId === undefined || !tenant.customers.has(customerId)) return refused('unknown-customer');
  world.sessions.set(sessionId, { ...session, completed: true });
  const instrument: StoredInstrument = {
    token: world.identifiers.next(world.readings.identifiers),
    customerId,
    card: card.id,
    ...expiryOf(card.behaviour === 'expired', world.now()),
    life: session.life,
    createdAt: world.now(),
  };
  keepInstrument(tenant, instrument);
  return done(shownInstrument(instrument, world));
}

function expiryOf(expired: boolean, now: number): { readonly expMonth: number; readonly expYear: number } {
  const date = new Date(now);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + (expired ? -1 : YEARS * 12);
  return { expMonth: (months % 12) + 1, expYear: Math.floor(months / 12) };
}

/** `settings.redirects.defaultUrl`: outside the contract and passed through, but a page must lead back to the shop. */
function returnUrlIn(settings: unknown): string | undefined {
  const redirects = memberOf(settings, 'redirects');
  const url = memberOf(redirects, 'defaultUrl');
  return typeof url === 'string' && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
