/** Every fault of the sandbox, each by itself. */
import type { Fault } from '../fault.ts';
import { shapeFaults } from './shape.ts';

export const faults: readonly Fault[] = [...shapeFaults];
