/** Two versions of the contract in, every change out; pure. */
import { type Change, Changes, type Versions } from '../change.ts';
import { compareDocument } from './document.ts';
import { compareOperations } from './operations.ts';

/** The changes on the wire, in document order; what generated code sees is added by the surface. */
export function compareDocuments(versions: Versions): readonly Change[] {
  const changes = new Changes(versions);
  compareOperations(changes);
  compareDocument(changes);
  return changes.all();
}
