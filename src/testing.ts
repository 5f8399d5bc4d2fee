/** `plexo-customers/testing`: the API in memory, for tests of code that calls it. */
export type { AnswerFor, AnswerFunction, BreakingAnswer, FailureStatus } from './testing/answers.ts';
export { type Breach, ContractBreachError } from './testing/breach.ts';
export { createFakePlexo, type FakePlexo, type FakePlexoOptions } from './testing/fake.ts';
export { type FaultFor, type FaultName, faultNames, type StatusFault } from './testing/faults.ts';
export type { AnyReceivedRequest, ReceivedRequest } from './testing/received.ts';
export type { InstructionOptions } from './testing/schedule.ts';
