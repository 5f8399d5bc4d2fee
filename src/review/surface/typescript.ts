/** The surface as TypeScript sees it: the names of openapi-typescript, which hey-api and orval type alike. */
import { entriesWith, type Writer } from './build.ts';
import { type SurfaceLanguage, structurally } from './entry.ts';
import type { ValueShape } from './model.ts';

function typeOf({ type }: ValueShape): string {
  switch (type.kind) {
    case 'model':
      return `components["schemas"]["${type.name}"]`;
    case 'list':
      return `${withNull(type.of, true)}[]`;
    case 'map':
      return `{ [key: string]: ${withNull(type.of)} }`;
    case 'values':
      return type.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'scalar':
      return scalar(type.type);
  }
}

function scalar(type: string): string {
  if (type === 'integer') return 'number';
  if (type === 'object') return '{ [key: string]: unknown }';
  if (type === 'anything') return 'unknown';
  return type
    .split('|')
    .map((one) => (one === 'integer' ? 'number' : one))
    .join(' | ');
}

function withNull(value: ValueShape, inList = false): string {
  const text = `${typeOf(value)}${value.nullable && value.type.kind !== 'model' ? ' | null' : ''}`;
  return inList && text.includes('|') ? `(${text})` : text;
}

const writer: Writer = {
  namedArguments: true,
  type: typeOf,
  operation: ({ id, method, path }) => {
    const text = `operations["${id}"]: ${method.toUpperCase()} paths["${path}"]`;
    return { key: `operations["${id}"]`, text, base: text };
  },
  parameter: (field, type) =>
    `${field.name}${field.required ? '' : '?'}: ${type}${field.nullable ? ' | null' : ''}`,
  result: (status, type) => `${status}: ${type ?? 'never'}`,
  header: (status, name) => `${status}: headers["${name}"]`,
  model: ({ name, alias }) => ({
    key: name,
    text: `components["schemas"]["${name}"]${alias === undefined ? '' : ` = ${withNull(alias)}`}`,
  }),
  field: (field, type) =>
    `${field.name}${field.required ? '' : '?'}: ${type}${field.nullable ? ' | null' : ''}`,
  rest: (type, { rest, fields }) =>
    rest === undefined && fields.length > 0
      ? 'further members pass through untyped'
      : `[key: string]: ${type}`,
};

export const typescript: SurfaceLanguage = {
  name: 'TypeScript',
  generators: 'openapi-typescript; hey-api and orval type alike',
  file: 'typescript.txt',
  stillCompiles: structurally,
  entries: (model) => entriesWith(writer, model),
};
