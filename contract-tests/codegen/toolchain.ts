/** Which of the compilers and package managers that a row needs are on this machine. */
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { INSTALL, type Row, type Tool } from './row.ts';

/** The tools of a row that no folder of PATH holds. */
export async function missingTools(
  { needs }: Pick<Row, 'needs'>,
  path = process.env['PATH'] ?? '',
): Promise<readonly Tool[]> {
  const missing: Tool[] = [];
  for (const tool of needs) if (!(await isOnPath(tool, path))) missing.push(tool);
  return missing;
}

async function isOnPath(tool: string, path: string): Promise<boolean> {
  for (const folder of path.split(delimiter).filter((part) => part !== '')) {
    try {
      await access(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      // The next folder may have it.
    }
  }
  return false;
}

/** Why a row is skipped and what would change that. */
export function skipLine({ id }: Pick<Row, 'id'>, missing: readonly Tool[]): string {
  const how = [...new Set(missing.map((tool) => INSTALL[tool]))].join('; ');
  return `SKIPPED ${id}: ${missing.join(' and ')} not found on this machine (${how})`;
}
