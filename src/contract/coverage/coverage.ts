/** What a check has witnessed of the contract: a pass says nothing about a property that no answer held. */
import type { OperationId } from '../../../generated/operations.ts';

export type CoverageKind = 'response' | 'property' | 'value' | 'array' | 'keyword';

/** One thing that a run can witness. */
export interface CoverageItem {
  /** Stable; what a waiver names: `property retrieveCustomer 200 /email null`. */
  readonly id: string;
  readonly kind: CoverageKind;
  readonly operation: OperationId;
  /** JSON Pointer into the bundled spec: the statement that is witnessed. */
  readonly spec: string;
  /** The row of a matrix: `200`, `200 /email`, `body /amount/total minimum`. */
  readonly place: string;
  /** The column: `answered`; `present`, `null`, `absent`; a known value; `empty`, `filled`; `kept`, `broken`. */
  readonly side: string;
  /** In how many exchanges. */
  readonly witnessed: number;
  /** Why no correct server can be made to show it; such an item is no gap. */
  readonly unreachable?: string;
  readonly waiver?: Omit<Waiver, 'item'>;
}

/** A gap that somebody has accepted, until a day. */
export interface Waiver {
  /** Id of the item; a trailing `*` stands for any rest. */
  readonly item: string;
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string;
}

export interface Coverage {
  readonly items: readonly CoverageItem[];
  /** Ids of items that were not witnessed, are reachable, and have no waiver that still holds. */
  readonly gaps: readonly string[];
}
