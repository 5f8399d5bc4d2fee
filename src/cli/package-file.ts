/** Files of this package, from the sources and from the built package alike. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @param name relative to the root of the package.
 * @returns its absolute path.
 * @throws Error where the package is not whole.
 */
export function packageFile(name: string): string {
  for (const up of ['../../', '../../../']) {
    const file = fileURLToPath(new URL(`${up}${name}`, import.meta.url));
    // dist/ holds a generated/ of its own, without the spec.
    if (existsSync(file)) return file;
  }
  throw new Error(`${name} is missing from the package: install it again, or run npm run generate`);
}
