/** What concerns the document as a whole: servers, security, models that no operation reaches, parts outside of the subset. */
import { isDeepStrictEqual } from 'node:util';
import { type OpenApiDocument, operationsOf } from '../../contract/document.ts';
import { pointer } from '../../contract/pointer.ts';
import type { Changes } from '../change.ts';
import { idOf } from './operations.ts';

export function compareDocument(changes: Changes): void {
  compareServers(changes);
  compareSchemes(changes);
  compareSecurity(changes);
  compareModels(changes);
  compareOtherParts(changes);
}

function compareServers(changes: Changes): void {
  const [before, after] = [changes.versions.old.servers ?? [], changes.versions.new.servers ?? []];
  const [had, has] = [before.map(({ url }) => url), after.map(({ url }) => url)];
  for (const [index, url] of had.entries()) {
    if (!has.includes(url))
      changes.add(
        {
          rule: 'server-removed',
          level: 'wire-breaking',
          pointer: pointer('servers', index),
          side: 'old',
          before: url,
        },
        'document',
      );
  }
  for (const [index, url] of has.entries()) {
    if (!had.includes(url))
      changes.add(
        { rule: 'server-added', level: 'additive', pointer: pointer('servers', index), after: url },
        'document',
      );
  }
  const [first, now] = [had[0], has[0]];
  // Most generators take the first server as the default: with another one first, a test suite may reach production.
  if (first !== now && first !== undefined && now !== undefined && has.includes(first))
    changes.add(
      {
        rule: 'default-server-changed',
        level: 'codegen-breaking',
        pointer: '/servers/0',
        before: first,
        after: now,
      },
      'document',
    );
}

const SCHEME_WORDS = new Set(['description', 'bearerFormat']);

function compareSchemes(changes: Changes): void {
  const [before, after] = [schemesOf(changes.versions.old), schemesOf(changes.versions.new)];
  for (const [name, scheme] of Object.entries(before)) {
    const now = after[name];
    if (now === undefined || isDeepStrictEqual(meaning(scheme), meaning(now))) continue;
    const place = pointer('components', 'securitySchemes', name);
    changes.add(
      {
        rule: 'security-scheme-changed',
        level: 'wire-breaking',
        pointer: place,
        before: meaning(scheme),
        after: meaning(now),
      },
      'document',
    );
  }
}

function schemesOf(document: OpenApiDocument): Readonly<Record<string, object>> {
  return document.components?.securitySchemes ?? {};
}

function meaning(scheme: object): object {
  return Object.fromEntries(
    Object.entries(scheme).filter(([key]) => !SCHEME_WORDS.has(key) && !key.startsWith('x-')),
  );
}

/** Security of an operation is its own, or else that of the document; each entry of the list is an alternative. */
function compareSecurity(changes: Changes): void {
  const after = new Map(
    [...operationsOf(changes.versions.new)].map((found) => [`${found.method} ${shape(found.path)}`, found]),
  );
  for (const from of operationsOf(changes.versions.old)) {
    const to = after.get(`${from.method} ${shape(from.path)}`);
    if (to === undefined) continue;
    const [before, now] = [
      alternatives(changes.versions.old, from.operation['security']),
      alternatives(changes.versions.new, to.operation['security']),
    ];
    const own = to.operation['security'] !== undefined || from.operation['security'] !== undefined;
    const place = own ? `${to.pointer}/security` : '/security';
    const [was, is] = [before.join(' or ') || 'no credentials', now.join(' or ') || 'no credentials'];
    if (was === is) continue;
    const open = now.length === 0 || now.includes(NOTHING);
    const lost = before.filter((one) => !now.includes(one));
    const wasOpen = before.length === 0 || before.includes(NOTHING);
    const operation = idOf(to);
    if (open && !wasOpen)
      changes.add(
        { rule: 'security-dropped', level: 'codegen-breaking', pointer: place, before: was, after: is },
        'document',
        operation,
      );
    else if (lost.length > 0 || (wasOpen && !open))
      changes.add(
        { rule: 'security-demanded', level: 'wire-breaking', pointer: place, before: was, after: is },
        'document',
        operation,
      );
    else
      changes.add(
        { rule: 'security-alternative', level: 'additive', pointer: place, before: was, after: is },
        'document',
        operation,
      );
  }
}

const NOTHING = '{}';

function shape(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}

function alternatives(document: OpenApiDocument, own: unknown): readonly string[] {
  const list = own ?? document['security'] ?? [];
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown) => {
    const schemes = Object.entries(typeof entry === 'object' && entry !== null ? entry : {});
    return (
      schemes.map(([name, scopes]) => (scopes?.length > 0 ? `${name}(${scopes})` : name)).join(' and ') ||
      NOTHING
    );
  });
}

/** Every component of the kind is a type in generated code, whether an operation reaches it or not. */
function compareModels(changes: Changes): void {
  const [before, after] = [
    changes.versions.old.components?.schemas ?? {},
    changes.versions.new.components?.schemas ?? {},
  ];
  for (const name of Object.keys(before)) {
    if (Object.hasOwn(after, name)) continue;
    changes.add(
      {
        rule: 'model-removed',
        level: 'codegen-breaking',
        pointer: pointer('components', 'schemas', name),
        side: 'old',
        before: name,
      },
      'document',
    );
  }
  for (const name of Object.keys(after)) {
    if (Object.hasOwn(before, name)) continue;
    changes.add(
      {
        rule: 'model-added',
        level: 'additive',
        pointer: pointer('components', 'schemas', name),
        after: name,
      },
      'document',
    );
  }
}

/** Parts that this project does not use; they are not read, only seen. */
function compareOtherParts(changes: Changes): void {
  const { old: before, new: after } = changes.versions;
  for (const place of ['webhooks', 'jsonSchemaDialect'])
    compareOther(changes, pointer(place), before[place], after[place]);
  const afterOperations = new Map([...operationsOf(after)].map((found) => [found.pointer, found]));
  for (const { pointer: place, operation } of operationsOf(before)) {
    const now = afterOperations.get(place)?.operation;
    if (now === undefined) continue;
    for (const part of ['callbacks', 'servers'])
      compareOther(changes, `${place}/${part}`, operation[part], now[part]);
  }
}

function compareOther(changes: Changes, place: string, before: unknown, after: unknown): void {
  if (isDeepStrictEqual(before, after)) return;
  if (before === undefined)
    changes.add({ rule: 'part-added', level: 'additive', pointer: place, after }, 'document');
  else
    changes.add(
      {
        rule: 'not-understood',
        level: 'wire-breaking',
        pointer: place,
        side: after === undefined ? 'old' : 'new',
        before,
        after,
      },
      'document',
    );
}
