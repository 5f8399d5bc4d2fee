/** The surface as Python sees it: openapi-python-client, with one module for each tag and one for each operation. */
import { entriesWith, type Writer } from './build.ts';
import { type SurfaceLanguage, structurally } from './entry.ts';
import type { FieldShape, ValueShape } from './model.ts';
import { snakeCase } from './words.ts';

const FORMATS: Readonly<Record<string, string>> = {
  'string date-time': 'datetime.datetime',
  'string date': 'datetime.date',
  'string uuid': 'UUID',
  'string binary': 'File',
};
const TYPES: Readonly<Record<string, string>> = {
  string: 'str',
  integer: 'int',
  number: 'float',
  boolean: 'bool',
  array: 'list[Any]',
  object: 'dict[str, Any]',
};

function typeOf({ type }: ValueShape): string {
  switch (type.kind) {
    case 'model':
      return type.name;
    case 'list':
      return `list[${typeOf(type.of)}]`;
    case 'map':
      return `dict[str, ${typeOf(type.of)}]`;
    case 'values':
      return `Enum {${type.values.join(', ')}}`;
    case 'scalar':
      return FORMATS[`${type.type} ${type.format}`] ?? TYPES[type.type] ?? 'Any';
  }
}

function hinted(field: FieldShape, type: string): string {
  const hint = [type, ...(field.nullable ? ['None'] : []), ...(field.required ? [] : ['Unset'])].join(' | ');
  return `${snakeCase(field.name)}: ${hint}`;
}

const writer: Writer = {
  namedArguments: true,
  type: typeOf,
  operation: ({ id, tag, method, path }) => {
    const key = `api.${snakeCase(tag)}.${snakeCase(id)}`;
    return { key, text: `${key}: ${method.toUpperCase()} ${path}`, base: key };
  },
  parameter: hinted,
  result: (status, type) => `${status}: ${type ?? 'None'}`,
  header: (status, name) => `${status}: headers["${name}"]`,
  model: ({ name, alias }) => ({
    key: name,
    text: alias === undefined ? `models.${snakeCase(name)}.${name}` : `${name} = ${typeOf(alias)}`,
  }),
  field: hinted,
  rest: (type) => `additional_properties: dict[str, ${type}]`,
};

export const python: SurfaceLanguage = {
  name: 'Python',
  generators: 'openapi-python-client',
  file: 'python.txt',
  stillCompiles: structurally,
  entries: (model) => entriesWith(writer, model),
};
