/**
 * `npm run check:package`: packs the package as it would be published and proves what is in it: publint and attw are clean,
 * every export resolves inside the tarball, and nothing else is packed. That it works is proven by `npm run consumers`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Packed, pack, run } from './pack.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface Manifest {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** What a published file may be; anything else was packed by accident. */
const WANTED = [
  /^dist\/(?:src|generated)\/[\w/.-]+\.(?:js|d\.ts)$/,
  /^generated\/openapi(?:-3\.0)?\.(?:json|yaml)$/,
  /^generated\/(?:schemas|fixtures\/valid|fixtures\/invalid)\/\w+\.json$/,
  /^generated\/(?:postman\.json|check-report\.schema\.json|workflows\.arazzo\.yaml)$/,
  /^generated\/docs\/[\w.-]+$/,
  /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
];
const UNWANTED = /\.test\.|contract-tests|scripts/;

/** The file behind a tool's command, so that it runs under this Node without a shell. */
function binary(tool: string, name: string): string {
  const file = join(ROOT, 'node_modules', tool, 'package.json');
  const manifest: { readonly bin: string | Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return join(dirname(file), typeof manifest.bin === 'string' ? manifest.bin : (manifest.bin[name] ?? name));
}

function targets(manifest: Manifest): readonly string[] {
  return Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );
}

function checkFiles(manifest: Manifest, packed: Packed): void {
  const files = packed.files.map(({ path }) => path);
  const missing = targets(manifest).filter((target) => !files.some((file) => isTarget(target, `./${file}`)));
  if (missing.length > 0) throw new Error(`exports that are not in the tarball: ${missing.join(', ')}`);
  const extra = files.filter((file) => UNWANTED.test(file) || !WANTED.some((wanted) => wanted.test(file)));
  if (extra.length > 0) throw new Error(`packed, but not meant to be: ${extra.join(', ')}`);
}

/** Whether an `exports` target names a file; its `*` stands for any part of the name (Node's subpath patterns). */
function isTarget(target: string, file: string): boolean {
  const [start = '', end] = target.split('*');
  return end === undefined ? file === target : file.startsWith(start) && file.endsWith(end);
}

function main(): void {
  const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const directory = mkdtempSync(join(tmpdir(), 'plexo-package-'));
  try {
    const packed = pack(directory);
    checkFiles(manifest, packed);
    run(process.execPath, [binary('publint', 'publint'), 'run', packed.tarball, '--strict']);
    const text = Object.keys(manifest.exports).filter((name) => /\.(?:yaml|txt|html)$/.test(name));
    const attw = [
      binary('@arethetypeswrong/cli', 'attw'),
      packed.tarball,
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      ...text,
    ];
    run(process.execPath, attw);
    const kilobytes = Math.round(packed.size / 1024);
    console.log(`package: ${packed.files.length} files, ${kilobytes} kB packed; publint and attw clean`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

try {
  main();
} catch (error) {
  console.error(`package: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
