/** The server that a command was told to check: an address, or one that is started here. */
import { readFileSync } from 'node:fs';
import { servers } from '../../generated/routes.ts';
import type { OpenApiDocument } from '../contract/document.ts';
import { completeByForm } from '../contract/run/complete-session.ts';
import type { CheckTarget, Credentials } from '../contract/run/options.ts';
import { startMock } from '../mock/prism.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { UsageError } from './command.ts';
import { packageFile } from './package-file.ts';

export interface StartedTarget {
  readonly target: CheckTarget;
  /** On this machine, and nothing on it is worth keeping. */
  readonly disposable: boolean;
  /** Credentials that the target knows; absent where only the user does. */
  readonly credentials?: { readonly credentials: Credentials; readonly otherCredentials: Credentials };
  stop(): Promise<void>;
}

const LOCAL = { clientId: 'check-client', apiKey: 'check-key-1' };
const OTHER = { clientId: 'other-client', apiKey: 'check-key-2' };

/**
 * @param given an http or https address, `mock` for Prism, or `sandbox`.
 * @param faults ids of faults for the sandbox.
 * @throws UsageError where it is none of these, or is the production environment and that was not allowed.
 */
export async function targetFrom(
  given: string,
  { production, faults }: { readonly production: boolean; readonly faults: readonly string[] },
): Promise<StartedTarget> {
  if (faults.length > 0 && given !== 'sandbox')
    throw new UsageError('--fault goes with the target "sandbox" alone');
  if (given === 'sandbox') return sandboxTarget(faults);
  if (given === 'mock') {
    const mock = await startMock();
    return {
      target: { url: mock.url, label: `Prism ${mock.version}` },
      disposable: true,
      credentials: { credentials: LOCAL, otherCredentials: OTHER },
      stop: () => mock.stop(),
    };
  }
  return { target: addressTarget(given, production), disposable: false, stop: async () => {} };
}

/** In this process: no port is needed to ask it. */
function sandboxTarget(faults: readonly string[]): StartedTarget {
  const { fetch } = createSandbox({ clients: [LOCAL, OTHER], faults });
  const label = faults.length === 0 ? 'the sandbox' : `the sandbox with ${faults.join(', ')}`;
  return {
    target: { url: 'http://sandbox.localhost', label, fetch, completeSession: completeByForm(fetch) },
    disposable: true,
    credentials: { credentials: LOCAL, otherCredentials: OTHER },
    stop: async () => {},
  };
}

function addressTarget(given: string, production: boolean): CheckTarget {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`the target must be an http or https address, mock or sandbox, got "${given}"`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('the address holds credentials: pass them in the environment or in a file');
  }
  if (url.search !== '' || url.hash !== '')
    throw new UsageError('the address must not have a query or a fragment');
  if (url.host === new URL(servers.production).host && !production) {
    throw new UsageError(`${url.host} moves real money: use ${servers.testing}, or say --production`);
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new UsageError(`${url.origin} is not HTTPS: the credentials would travel in the clear`);
  }
  return { url: `${url.origin}${url.pathname}`.replace(/\/+$/, '') };
}

/** Whether an address is this machine's. */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.*\.localhost|\[::1\]|127(?:\.\d{1,3}){3})$/.test(hostname);
}

/** The contract as the checker reads it. */
export function bundledDocument(): OpenApiDocument {
  return JSON.parse(readFileSync(packageFile('generated/openapi.json'), 'utf8'));
}
