/** The matrix: every row, in the order of the table. */
import type { Row } from './row.ts';
import { typescriptRows } from './rows/typescript.ts';

export const rows: readonly Row[] = [...typescriptRows];
