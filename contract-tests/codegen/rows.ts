/** The matrix: every row, in the order of the table. */
import type { Row } from './row.ts';
import { csharpRows } from './rows/csharp.ts';
import { goRows } from './rows/go.ts';
import { jvmRows } from './rows/jvm.ts';
import { pythonRows } from './rows/python.ts';
import { rustRows } from './rows/rust.ts';
import { typescriptRows } from './rows/typescript.ts';

export const rows: readonly Row[] = [
  ...typescriptRows,
  ...jvmRows,
  ...pythonRows,
  ...goRows,
  ...rustRows,
  ...csharpRows,
];
