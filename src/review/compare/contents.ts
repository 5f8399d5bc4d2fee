/** What bodies, parameters and headers have in common: they hold schemas. */
import type {
  HeaderObject,
  MediaTypeObject,
  ParameterObject,
  RequestBodyObject,
  ResponseObject,
} from '../../contract/document.ts';
import { pointer } from '../../contract/pointer.ts';
import type { Place } from '../place.ts';
import { compareSchemas } from './schemas.ts';
import { report, type Scope } from './scope.ts';

/** What a body may be written in, and its schema in each of these media types. */
export function compareContents(
  scope: Scope,
  from: Place<Pick<RequestBodyObject | ResponseObject, 'content'>>,
  to: Place<Pick<RequestBodyObject | ResponseObject, 'content'>>,
): void {
  const [before, after] = [contentOf(from), contentOf(to)];
  for (const type of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(type), after.get(type)];
    if (is === undefined) {
      const place = `${from.pointer}${pointer('content', type)}`;
      report(scope, {
        rule: 'media-type-removed',
        level: 'wire-breaking',
        pointer: place,
        side: 'old',
        before: type,
      });
    } else if (was === undefined) {
      // Generators make one method for one media type; a second one changes the method or is dropped.
      report(scope, {
        rule: 'media-type-added',
        level: 'codegen-breaking',
        pointer: `${to.pointer}${pointer('content', type)}`,
        after: type,
      });
    } else if (was.schema !== undefined && is.schema !== undefined) {
      const place = pointer('content', type, 'schema');
      compareSchemas(
        scope,
        { value: was.schema, pointer: `${from.pointer}${place}` },
        { value: is.schema, pointer: `${to.pointer}${place}` },
      );
    } else if (was.schema !== undefined || is.schema !== undefined) {
      const place = `${to.pointer}${pointer('content', type)}`;
      report(scope, {
        rule: 'type-changed',
        level: 'wire-breaking',
        pointer: place,
        before: was.schema ?? 'anything',
        after: is.schema ?? 'anything',
      });
    }
  }
}

function contentOf({
  value,
}: Place<Pick<RequestBodyObject | ResponseObject, 'content'>>): ReadonlyMap<
  string,
  Partial<MediaTypeObject>
> {
  return new Map(Object.entries(value.content ?? {}));
}

/** A parameter and a header hold their schema in the same way. */
export function compareHeld(
  scope: Scope,
  from: Place<ParameterObject | HeaderObject>,
  to: Place<ParameterObject | HeaderObject>,
): void {
  const [before, after]: readonly (HeaderObject['schema'] | undefined)[] = [
    from.value.schema,
    to.value.schema,
  ];
  if (before === undefined || after === undefined) return;
  compareSchemas(
    scope,
    { value: before, pointer: `${from.pointer}/schema` },
    { value: after, pointer: `${to.pointer}/schema` },
  );
}
