/** The surface as Go sees it: oapi-codegen, whose pointers say what may be absent or `null`. */
import { entriesWith, type Writer } from './build.ts';
import { byPointer, type SurfaceLanguage } from './entry.ts';
import type { FieldShape, ValueShape } from './model.ts';
import { pascalCase } from './words.ts';

const FORMATS: Readonly<Record<string, string>> = {
  'string date-time': 'time.Time',
  'string date': 'openapi_types.Date',
  'string uuid': 'openapi_types.UUID',
  'string email': 'openapi_types.Email',
  'string byte': '[]byte',
  'string binary': 'openapi_types.File',
  'integer int32': 'int32',
  'integer int64': 'int64',
  'number double': 'float64',
  'number float': 'float32',
};
const TYPES: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'int',
  number: 'float32',
  boolean: 'bool',
  array: '[]interface{}',
  object: 'map[string]interface{}',
};

function typeOf({ type }: ValueShape): string {
  switch (type.kind) {
    case 'model':
      return type.name;
    case 'list':
      return `[]${typeOf(type.of)}`;
    case 'map':
      return `map[string]${typeOf(type.of)}`;
    case 'values':
      return `enum {${type.values.join(', ')}}`;
    case 'scalar':
      return FORMATS[`${type.type} ${type.format}`] ?? TYPES[type.type] ?? 'interface{}';
  }
}

function pointed(field: FieldShape, type: string): string {
  return field.required && !field.nullable ? type : `*${type}`;
}

const writer: Writer = {
  namedArguments: false,
  type: typeOf,
  operation: ({ id, method, path }) => {
    const key = `Client.${pascalCase(id)}`;
    return { key, text: `${key}(ctx, ...): ${method.toUpperCase()} ${path}`, base: key };
  },
  parameter: (field, type, { id }) =>
    field.name === 'body'
      ? `body ${pascalCase(id)}JSONRequestBody = ${pointed(field, type)}`
      : `${field.name} ${pointed(field, type)}`,
  result: (status, type) =>
    `${status === 'default' ? 'JSONDefault' : `JSON${status}`} ${type === undefined ? '(no body)' : `*${type}`}`,
  header: (status, name) => `${status} HTTPResponse.Header["${name}"]`,
  model: ({ name, alias }) => ({
    key: name,
    text: `type ${name} ${alias === undefined ? 'struct' : `= ${typeOf(alias)}`}`,
  }),
  field: (field, type) =>
    `${pascalCase(field.name)} ${pointed(field, type)} \`json:"${field.name}${field.required ? '' : ',omitempty'}"\``,
  rest: (type, { rest }) =>
    rest === undefined ? 'unknown members are dropped' : `AdditionalProperties map[string]${type}`,
};

export const go: SurfaceLanguage = {
  name: 'Go',
  generators: 'oapi-codegen',
  file: 'go.txt',
  stillCompiles: byPointer,
  entries: (model) => entriesWith(writer, model),
};
