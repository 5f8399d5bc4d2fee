/** The version of this package. */
import { readFileSync } from 'node:fs';
import { packageFile } from './package-file.ts';

export function version(): string {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(packageFile('package.json'), 'utf8'),
  );
  return manifest.version;
}
