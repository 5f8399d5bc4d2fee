/** A version of the spec, read and put together from its files, with the file and line of every place. */
import { posix } from 'node:path';
import type { OpenApiDocument } from '../contract/document.ts';
import { pointer, segmentsOf, valueAt } from '../contract/pointer.ts';
import { SpecError, type SpecFiles, specFiles } from './files.ts';
import { type ParsedFile, parsedFile } from './parsed-file.ts';

export interface Spec {
  readonly label: string;
  /** One document; every reference in it is local and leads somewhere. */
  readonly document: OpenApiDocument;
  /** `openapi/paths/customers.yaml:12` for a place of the document. */
  placeOf(pointer: string): string;
  /** The text of the provenance ledger beside the sources, where there is one. */
  readonly ledger: string | undefined;
}

/**
 * Reads a version of the spec.
 * @param given a file, a folder, a git revision, or `revision:path`.
 * @throws SpecError in one line, naming the place and what to do.
 */
export function loadSpec(given: string, cwd: string): Spec {
  const files = specFiles(given, cwd);
  const assembly = new Assembly(files);
  const document = requireOpenApi(assembly.document(), files);
  requireTargets(document, document, '', assembly);
  return {
    label: files.label,
    document,
    placeOf: (place) => assembly.placeOf(place),
    ledger: files.read(posix.join(posix.dirname(files.root), 'ledger.yaml')),
  };
}

/** A 3.1 document cannot be compared with its 3.0 twin: `null` and limits are written otherwise in each. */
export function requireSameDialect(old: Spec, now: Spec): void {
  const [before, after] = [old, now].map(({ document }) => document.openapi.slice(0, 3));
  if (before === after) return;
  throw new SpecError(
    `${old.label} is OpenAPI ${old.document.openapi} and ${now.label} is ${now.document.openapi}: ` +
      'name two files of the same line, such as openapi.json of both versions',
  );
}

function requireOpenApi(value: unknown, { root, shown }: SpecFiles): OpenApiDocument {
  const place = shown(root);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SpecError(`${place} is no OpenAPI document: it holds no map`);
  const [swagger, openapi, paths, info]: readonly unknown[] = ['swagger', 'openapi', 'paths', 'info'].map(
    (key) => Reflect.get(value, key),
  );
  if (swagger !== undefined)
    throw new SpecError(`${place} is Swagger ${String(swagger)}; only OpenAPI 3.1 and 3.0 can be compared`);
  if (typeof openapi !== 'string')
    throw new SpecError(`${place} is no OpenAPI document: it has no "openapi"`);
  if (!/^3\.[01]\./.test(openapi))
    throw new SpecError(`${place} is OpenAPI ${openapi}; only 3.1 and 3.0 can be compared`);
  for (const [name, part] of Object.entries({ paths, info })) {
    if (typeof part !== 'object' || part === null || Array.isArray(part))
      throw new SpecError(`${place} is no OpenAPI document: it has no "${name}"`);
  }
  // The comparison reads defensively below this level; lint judges the rest of the shape.
  return value as OpenApiDocument;
}

function requireTargets(document: OpenApiDocument, value: unknown, place: string, assembly: Assembly): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const at = `${place}${pointer(key)}`;
    if (key === '$ref' && typeof child === 'string' && !isData(place)) {
      if (valueAt(document, child) === undefined)
        throw new SpecError(`${assembly.placeOf(at)}: the reference ${child} leads nowhere`);
      requireEnd(document, child, assembly.placeOf(at));
    } else requireTargets(document, child, at, assembly);
  }
}

function requireEnd(document: OpenApiDocument, ref: string, shown: string): void {
  const followed = new Set<string>();
  for (let next: unknown = ref; typeof next === 'string'; ) {
    if (followed.has(next)) throw new SpecError(`${shown}: the reference ${ref} leads round in a circle`);
    followed.add(next);
    const target = valueAt(document, next);
    next = typeof target === 'object' && target !== null ? Reflect.get(target, '$ref') : undefined;
  }
}

/** Keys whose value is data; as a property or a response key, the same words are names. */
const DATA = new Set(['value', 'example', 'default', 'enum', 'const']);

function isData(place: string): boolean {
  const segments = segmentsOf(place);
  return segments.some(
    (segment, index) => DATA.has(segment) && !['properties', 'responses'].includes(segments[index - 1] ?? ''),
  );
}

interface Origin {
  readonly file: string;
  readonly pointer: string;
}

/** Many files become one document: what the root lists as a component is referred to, all else is written out. */
class Assembly {
  readonly #files: SpecFiles;
  readonly #parsed = new Map<string, ParsedFile>();
  readonly #components = new Map<string, string>();
  readonly #origins = new Map<string, Origin>();

  constructor(files: SpecFiles) {
    this.#files = files;
  }

  document(): unknown {
    const { root } = this.#files;
    const { value } = this.#file(root, this.#files.label);
    for (const [kind, members] of Object.entries(recordAt(value, 'components'))) {
      for (const [name, member] of Object.entries(recordOf(members))) {
        const ref = refOf(member);
        if (ref === undefined || ref.startsWith('#')) continue;
        this.#components.set(
          this.#target(ref, root, pointer('components', kind, name)),
          pointer('components', kind, name),
        );
      }
    }
    return this.#copy(value, { file: root, pointer: '' }, '', []);
  }

  placeOf(place: string): string {
    for (let at = place; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const origin = this.#origins.get(at);
      if (origin !== undefined) {
        const line = this.#file(origin.file, '').lineOf(`${origin.pointer}${place.slice(at.length)}`);
        return `${this.#files.shown(origin.file)}:${line}`;
      }
      if (at === '') return this.#files.shown(this.#files.root);
    }
  }

  #copy(value: unknown, from: Origin, place: string, open: readonly string[]): unknown {
    if (place === '' || from.pointer === '') this.#origins.set(place, from);
    if (typeof value !== 'object' || value === null) return value;
    const ref = isData(place) ? undefined : refOf(value);
    if (ref !== undefined) return this.#follow(ref, from, place, open);
    const child = (key: string | number, member: unknown): unknown => {
      const at = pointer(key);
      return this.#copy(member, { file: from.file, pointer: `${from.pointer}${at}` }, `${place}${at}`, open);
    };
    if (Array.isArray(value)) return value.map((member: unknown, index) => child(index, member));
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, child(key, member)]));
  }

  #follow(ref: string, from: Origin, place: string, open: readonly string[]): unknown {
    if (ref.startsWith('#') && from.file === this.#files.root) return { $ref: ref };
    const target = this.#target(ref, from.file, from.pointer);
    const component = this.#components.get(target);
    if (component !== undefined && component !== place) return { $ref: `#${component}` };
    const shown = this.#shownAt({ file: from.file, pointer: `${from.pointer}/$ref` });
    if (open.includes(target)) throw new SpecError(`${shown}: the reference ${ref} leads round in a circle`);
    const [path = '', fragment = ''] = target.split('#');
    const { value } = this.#file(path, shown);
    const found = valueAt(value, fragment);
    if (found === undefined) throw new SpecError(`${shown}: the reference ${ref} leads nowhere`);
    const origin = { file: path, pointer: fragment };
    this.#origins.set(place, origin);
    return this.#copy(found, origin, place, [...open, target]);
  }

  /** `components/schemas/Amount.yaml#/...`: the file that a reference names, and the place in it. */
  #target(ref: string, file: string, at: string): string {
    const shown = this.#shownAt({ file, pointer: `${at}/$ref` });
    if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(ref))
      throw new SpecError(
        `${shown}: the reference ${ref} is remote, and nothing is fetched: bundle the spec first`,
      );
    const [path = '', fragment = ''] = ref.split('#');
    const target = path === '' ? file : posix.join(posix.dirname(file), path);
    if (posix.isAbsolute(path) || target.startsWith('..'))
      throw new SpecError(
        `${shown}: the reference ${ref} leaves the folder of the spec; bundle the spec first`,
      );
    return `${target}#${fragment}`;
  }

  #shownAt({ file, pointer: at }: Origin): string {
    return `${this.#files.shown(file)}:${this.#file(file, '').lineOf(at)}`;
  }

  #file(path: string, from: string): ParsedFile {
    const known = this.#parsed.get(path);
    if (known !== undefined) return known;
    const text = this.#files.read(path);
    if (text === undefined) throw new SpecError(`${from}: there is no file ${this.#files.shown(path)}`);
    const parsed = parsedFile(text, this.#files.shown(path));
    this.#parsed.set(path, parsed);
    return parsed;
  }
}

function refOf(value: unknown): string | undefined {
  const ref: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, '$ref') : undefined;
  return typeof ref === 'string' ? ref : undefined;
}

function recordAt(value: unknown, key: string): object {
  return recordOf(typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined);
}

function recordOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
