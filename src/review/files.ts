/** Where a version of the spec is read from: files beside each other, or a revision of a git repository. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** The spec cannot be read; the message is one line that names the place and says what to do. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
}

export interface SpecFiles {
  /** How the report calls this version. */
  readonly label: string;
  /** The root document, relative to the tree, with slashes. */
  readonly root: string;
  /** The text of a file of the tree; `undefined` where there is none. */
  read(path: string): string | undefined;
  /** A path of the tree as a person can open it. */
  shown(path: string): string;
}

/** Where the root document stands in a folder or in a revision, the hand-written sources first. */
const ROOTS = ['openapi/openapi.yaml', 'openapi.yaml', 'generated/openapi.json', 'openapi.json'];

/**
 * @param given a file, a folder, a git revision, or `revision:path`.
 * @throws SpecError where it is none of these; an address is refused, because nothing is ever fetched.
 */
export function specFiles(given: string, cwd: string): SpecFiles {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(given))
    throw new SpecError(`${given} is an address, and nothing is fetched: download it and name the file`);
  if (given.trim() === '' || given.startsWith('-'))
    throw new SpecError(`"${given}" is no file, no folder and no git revision`);
  const found = resolve(cwd, given);
  if (!existsSync(found)) return revision(given, cwd);
  return statSync(found).isDirectory() ? folder(found, given, cwd) : file(found, given, cwd);
}

function file(path: string, label: string, cwd: string): SpecFiles {
  const tree = dirname(path);
  return { label, root: relative(tree, path), ...onDisk(tree, cwd) };
}

function folder(tree: string, label: string, cwd: string): SpecFiles {
  const root = ROOTS.find((candidate) => existsSync(join(tree, candidate)));
  if (root === undefined) throw new SpecError(`${label} is a folder without ${ROOTS.join(', ')}`);
  return { label, root, ...onDisk(tree, cwd) };
}

function onDisk(tree: string, cwd: string): Pick<SpecFiles, 'read' | 'shown'> {
  return {
    read(path) {
      const place = join(tree, path);
      return existsSync(place) && statSync(place).isFile() ? readFileSync(place, 'utf8') : undefined;
    },
    shown: (path) => relative(cwd, join(tree, path)).split(sep).join('/'),
  };
}

function revision(given: string, cwd: string): SpecFiles {
  const [name = '', path] = splitAtColon(given);
  const commit = git(cwd, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ])?.trim();
  if (commit === undefined) throw new SpecError(`${given} is no file, no folder and no git revision here`);
  const paths = new Set(
    (git(cwd, ['ls-tree', '-r', '--name-only', '--full-tree', '-z', commit]) ?? '').split('\0'),
  );
  const root = path ?? ROOTS.find((candidate) => paths.has(candidate));
  if (root === undefined) throw new SpecError(`the revision ${name} has none of ${ROOTS.join(', ')}`);
  if (!paths.has(root)) throw new SpecError(`the revision ${name} has no ${root}`);
  const wanted = [...paths].filter((one) => /\.(ya?ml|json)$/.test(one) && belongsTo(root, one));
  const texts = readAll(cwd, commit, wanted);
  return { label: given, root, read: (one) => texts.get(one), shown: (one) => one };
}

/** What the root document can refer to, and the ledger beside it. */
function belongsTo(root: string, path: string): boolean {
  return path.startsWith(dirname(root) === '.' ? '' : `${dirname(root)}/`);
}

function splitAtColon(given: string): readonly [string, string?] {
  const at = given.indexOf(':');
  return at === -1 ? [given] : [given.slice(0, at), given.slice(at + 1)];
}

/** One process for all files: `cat-file --batch` answers each name with a header line, the bytes and a line break. */
function readAll(cwd: string, commit: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const names = paths.map((path) => `${commit}:${path}\n`).join('');
  const { stdout } = spawnSync('git', ['cat-file', '--batch'], { cwd, input: names, maxBuffer: 2 ** 28 });
  const texts = new Map<string, string>();
  let at = 0;
  for (const path of paths) {
    const end = stdout.indexOf('\n', at);
    const size = Number(stdout.subarray(at, end).toString().split(' ').at(-1));
    if (!Number.isInteger(size)) throw new SpecError(`git cannot read ${path} of ${commit}`);
    texts.set(path, stdout.subarray(end + 1, end + 1 + size).toString('utf8'));
    at = end + 1 + size + 1;
  }
  return texts;
}

function git(cwd: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', [...args], { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return status === 0 ? stdout : undefined;
}
