/**
 * The form of a fault: an id, what it does in one line, and decorators for the seams of the sandbox. Faults are
 * single: with one switched on, everything that it does not name stays as it is.
 */
import type { OperationId } from '../../generated/operations.ts';
import type { Gate } from './gate.ts';
import type { Service } from './service.ts';
import type { World } from './world.ts';

/** Where a fault shows: in an answer's form, status or headers, on the wire, in who may see what, in what is refused or kept. */
export type FaultKind = 'shape' | 'status' | 'header' | 'transport' | 'access' | 'request' | 'state' | 'leak';

/** What is about to be answered, before it becomes bytes. */
export interface PlannedAnswer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Absent where there is no body. */
  readonly body?: unknown;
}

/** The request that is being answered. */
export interface Asked {
  /** Absent where the address or the method is none of the contract. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly path: Readonly<Record<string, string>>;
  readonly authorization: string | null;
  /** The parsed body; absent where there was none, or the request was refused before it was read. */
  readonly body: unknown;
}

export interface Fault {
  /** Stable, in lower case with dashes; operations and properties keep their spelling. */
  readonly id: string;
  readonly kind: FaultKind;
  /** One line: what a client sees. */
  readonly title: string;
  /** The operation that shows it; absent where several do. */
  readonly operation?: OperationId | undefined;
  /** The rule, cause or scenario of the checker that ought to notice. */
  readonly caughtBy: string;
  readonly service?: ((inner: Service, world: World) => Service) | undefined;
  readonly gate?: ((inner: Gate, world: World) => Gate) | undefined;
  readonly answer?: ((answer: PlannedAnswer, asked: Asked, world: World) => PlannedAnswer) | undefined;
  readonly wire?: ((response: Response, asked: Asked) => Response | Promise<Response>) | undefined;
}

/** The seams with their decorators on; what no fault decorates is absent and costs nothing. */
export interface Seams {
  readonly service: Service;
  readonly gate: Gate;
  readonly answer?: ((answer: PlannedAnswer, asked: Asked) => PlannedAnswer) | undefined;
  readonly wire?: ((response: Response, asked: Asked) => Response | Promise<Response>) | undefined;
}

/** Puts faults on, the first one innermost. */
export function withFaults(clean: Seams, faults: readonly Fault[], world: World): Seams {
  return faults.reduce((seams, fault) => decorated(seams, fault, world), clean);
}

function decorated(seams: Seams, fault: Fault, world: World): Seams {
  const { answer, wire } = fault;
  return {
    service: fault.service?.(seams.service, world) ?? seams.service,
    gate: fault.gate?.(seams.gate, world) ?? seams.gate,
    answer: chained(seams.answer, answer && ((planned, asked) => answer(planned, asked, world))),
    wire:
      wire === undefined
        ? seams.wire
        : async (response, asked) => wire((await seams.wire?.(response, asked)) ?? response, asked),
  };
}

type Answering = Seams['answer'];

function chained(inner: Answering, outer: Answering): Answering {
  if (inner === undefined || outer === undefined) return outer ?? inner;
  return (planned, asked) => outer(inner(planned, asked), asked);
}
