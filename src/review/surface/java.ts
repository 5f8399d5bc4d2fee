/** The surface as Java sees it: openapi-generator, library `native`, with one class for each tag. */
import { entriesWith, type Writer } from './build.ts';
import { byBase, type SurfaceLanguage } from './entry.ts';
import type { ValueShape } from './model.ts';
import { camelCase, pascalCase } from './words.ts';

const FORMATS: Readonly<Record<string, string>> = {
  'string date-time': 'OffsetDateTime',
  'string date': 'LocalDate',
  'string uuid': 'UUID',
  'string uri': 'URI',
  'string byte': 'byte[]',
  'string binary': 'File',
  'integer int64': 'Long',
  'number double': 'Double',
  'number float': 'Float',
};
const TYPES: Readonly<Record<string, string>> = {
  string: 'String',
  integer: 'Integer',
  number: 'BigDecimal',
  boolean: 'Boolean',
  array: 'List<Object>',
  object: 'Object',
};

function typeOf({ type }: ValueShape): string {
  switch (type.kind) {
    case 'model':
      return type.name;
    case 'list':
      return `List<${typeOf(type.of)}>`;
    case 'map':
      return `Map<String, ${typeOf(type.of)}>`;
    case 'values':
      return `enum {${type.values.join(', ')}}`;
    case 'scalar':
      return FORMATS[`${type.type} ${type.format}`] ?? TYPES[type.type] ?? 'Object';
  }
}

const writer: Writer = {
  namedArguments: false,
  type: typeOf,
  operation: ({ id, tag, method, path }) => {
    const key = `${pascalCase(tag)}Api.${camelCase(id)}`;
    return { key, text: `${key}: ${method.toUpperCase()} ${path}`, base: key };
  },
  parameter: (field, type) =>
    `${type} ${field.name === 'body' ? camelCase(type) : camelCase(field.name)}${field.required ? '' : ' (may be null)'}`,
  result: (status, type) => `${status}: ${type ?? 'void'}`,
  header: (status, name) => `${status}: header ${name}`,
  model: ({ name, alias }) => ({
    key: name,
    text: alias === undefined ? `class ${name}` : `alias ${name} = ${typeOf(alias)}`,
  }),
  field: (field, type) =>
    `${type} get${pascalCase(field.name)}(), set${pascalCase(field.name)}(${type})${field.required ? ' @Nonnull' : ''}`,
  rest: (type, { rest, fields }) =>
    rest === undefined || fields.length > 0
      ? 'unknown members are ignored'
      : `extends HashMap<String, ${type}>`,
};

export const java: SurfaceLanguage = {
  name: 'Java',
  generators: 'openapi-generator java, library native; kotlin names alike',
  file: 'java.txt',
  stillCompiles: byBase,
  entries: (model) => entriesWith(writer, model),
};
