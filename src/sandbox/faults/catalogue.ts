/** Every fault of the sandbox, each by itself. One that is not in this list does not exist. */
import type { Fault } from '../fault.ts';
import { accessFaults } from './access.ts';
import { headerFaults, statusFaults } from './answers.ts';
import { bodyFaults } from './body.ts';
import { deleteFaults } from './delete.ts';
import { instrumentFaults } from './instruments.ts';
import { leakFaults } from './leaks.ts';
import { listFaults } from './list.ts';
import { raceFault } from './race.ts';
import { requestFaults } from './request.ts';
import { shapeFaults } from './shape.ts';
import { storageFaults } from './storage.ts';
import { tenantFaults } from './tenants.ts';
import { updateFaults } from './update.ts';
import { wireFaults } from './wire.ts';

export const faults: readonly Fault[] = [
  ...shapeFaults,
  ...bodyFaults,
  ...statusFaults,
  ...headerFaults,
  ...wireFaults,
  ...accessFaults,
  ...requestFaults,
  ...storageFaults,
  ...listFaults,
  ...updateFaults,
  ...deleteFaults,
  ...instrumentFaults,
  ...tenantFaults,
  ...leakFaults,
  raceFault,
];
