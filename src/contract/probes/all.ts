/** Every probe: one for each open question of the ledger. */
import { customerProbes } from './customers.ts';
import { entryProbes } from './entry.ts';
import { instrumentProbes } from './instruments.ts';
import { paymentProbes } from './payments.ts';
import type { Probe } from './probe.ts';
import { statusProbes } from './statuses.ts';

export const probes: readonly Probe[] = [
  ...entryProbes,
  ...statusProbes,
  ...customerProbes,
  ...instrumentProbes,
  ...paymentProbes,
];
