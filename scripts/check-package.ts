/**
 * `npm run check:package`: packs the package as it would be published and proves what is in it: publint and attw are clean,
 * every export resolves inside the tarball, nothing else is packed, and a consumer can import and require it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** What a published file may be; anything else was packed by accident. */
const WANTED = [
  /^dist\/(?:src|generated)\/[\w/.-]+\.(?:js|d\.ts)$/,
  /^generated\/openapi(?:-3\.0)?\.(?:json|yaml)$/,
  /^generated\/(?:schemas|fixtures\/valid|fixtures\/invalid)\/\w+\.json$/,
  /^generated\/(?:postman\.json|workflows\.arazzo\.yaml)$/,
  /^generated\/docs\/[\w.-]+$/,
  /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
];
const UNWANTED = /\.test\.|contract-tests|scripts/;

function run(command: string, args: readonly string[], cwd = ROOT): string {
  const { status, stdout, stderr } = spawnSync(command, [...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

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

/** Unpacks the tarball where a consumer would have it, with the one runtime dependency beside it, and uses it both ways. */
function checkConsumer(manifest: Manifest, tarball: string, directory: string): void {
  const home = join(directory, 'node_modules', manifest.name);
  mkdirSync(home, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
  for (const dependency of ['openapi-fetch', 'openapi-typescript-helpers']) {
    symlinkSync(join(ROOT, 'node_modules', dependency), join(directory, 'node_modules', dependency));
  }
  const use = `
    const names = ['', '/validation', '/testing', '/types', '/validators', '/fixtures', '/operations', '/mock'];
    for (const name of names) if (require('${manifest.name}' + name) !== await import('${manifest.name}' + name)) throw new Error(name + ' is loaded twice');
    const { createPlexoClient } = await import('${manifest.name}');
    const { fixtures } = await import('${manifest.name}/fixtures');
    for (const name of ['openapi.json', 'postman.json', 'schemas/Customer.json', 'fixtures/valid/Customer.json', 'fixtures/invalid/Customer.json']) {
      if (typeof require('${manifest.name}/' + name) !== 'object') throw new Error(name + ' is not readable');
    }
    for (const name of ['openapi.yaml', 'workflows.arazzo.yaml', 'llms.txt', 'reference.html']) require.resolve('${manifest.name}/' + name);
    const { validateCustomer } = await import('${manifest.name}/validators');
    if (!validateCustomer(fixtures.CustomerFull) || validateCustomer({})) throw new Error('the validators do not work');
    const answer = async () => new Response(JSON.stringify(fixtures.CustomerListSeveral), { headers: { 'content-type': 'application/json' } });
    const plexo = createPlexoClient({ clientId: 'a', apiKey: 'b', environment: 'testing', fetch: answer });
    if ((await plexo.customers.list()).length !== 2) throw new Error('the client does not work');
  `;
  const file = join(directory, 'consumer.mjs');
  writeFileSync(
    file,
    `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n${use}`,
  );
  run(process.execPath, ['--no-warnings', file], directory);
}

function main(): void {
  const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const directory = mkdtempSync(join(tmpdir(), 'plexo-package-'));
  try {
    run(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'scripts/build.ts']);
    const [packed]: Packed[] = JSON.parse(
      run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', directory]),
    );
    if (packed === undefined) throw new Error('npm pack packed nothing');
    const tarball = join(directory, packed.filename);
    checkFiles(manifest, packed);
    run(process.execPath, [binary('publint', 'publint'), 'run', tarball, '--strict']);
    const text = Object.keys(manifest.exports).filter((name) => /\.(?:yaml|txt|html)$/.test(name));
    const attw = [
      binary('@arethetypeswrong/cli', 'attw'),
      tarball,
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      ...text,
    ];
    run(process.execPath, attw);
    checkConsumer(manifest, tarball, directory);
    const kilobytes = Math.round(packed.size / 1024);
    console.log(
      `package: ${packed.files.length} files, ${kilobytes} kB packed; publint and attw clean; import and require work`,
    );
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
