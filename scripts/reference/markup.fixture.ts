/** A strict reader of markup for tests: what is not a tag of the plainest form counts as text. */

export interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/g;
const VOID = new Set(['meta', 'link', 'br', 'wbr', 'hr']);

/** The opening tags in order. */
export function tagsOf(page: string): readonly Tag[] {
  return [...page.matchAll(TAG)]
    .filter(([, slash]) => slash === '')
    .map(([, , name = '', attributes = '']) => ({
      name,
      attributes: [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(
        ([, key = '', value = '']): [string, string] => [key, value],
      ),
    }));
}

export function attributesOf(page: string, attribute: string): readonly string[] {
  return tagsOf(page).flatMap(({ attributes }) =>
    attributes.flatMap(([name, value]) => (name === attribute ? [value] : [])),
  );
}

export function idsOf(page: string): readonly string[] {
  return attributesOf(page, 'id');
}

/** What stands between the tags; the stylesheet and the document type are left out. */
export function textOf(page: string): string {
  return page
    .replace('<!doctype html>', '')
    .replace(/<style>[^<]*<\/style>/, '')
    .replace(TAG, '');
}

/** The first tag that is closed without being open or in the wrong order, if there is one. */
export function unbalanced(page: string): string | undefined {
  const open: string[] = [];
  for (const [, slash, name = ''] of page.matchAll(TAG)) {
    if (VOID.has(name)) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return name;
  }
  return open.at(-1);
}
