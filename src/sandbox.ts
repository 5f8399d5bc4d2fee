/** `plexo-customers/sandbox`: the whole API as a server that remembers, in process or behind a port, with faults on demand. */
export { TEST_CARDS, type TestCard } from './sandbox/cards.ts';
export { type ClientCredentials, DEFAULT_CREDENTIALS } from './sandbox/credentials.ts';
export type { FaultKind } from './sandbox/fault.ts';
export { type FaultEntry, faultList } from './sandbox/faults/list-entries.ts';
export { DEFAULT_READINGS, READINGS, type Readings } from './sandbox/readings.ts';
export {
  createSandbox,
  type Fixture,
  type Sandbox,
  SandboxError,
  type SandboxOptions,
  type Seeded,
} from './sandbox/sandbox.ts';
export type { Snapshot } from './sandbox/world.ts';
