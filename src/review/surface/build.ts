/** What the languages have in common: one entry for each operation, parameter, body, result, model and field. */
import type { SurfaceEntry } from './entry.ts';
import type {
  FieldShape,
  ModelShape,
  OperationShape,
  ResultShape,
  SurfaceModel,
  ValueShape,
} from './model.ts';

/** How one language writes the parts; every text is one line. */
export interface Writer {
  /** The type of a value that is there and not `null`. */
  type(value: ValueShape): string;
  /** `base` is what a caller writes; the rest of the text is for the reader. */
  operation(operation: OperationShape): {
    readonly key: string;
    readonly text: string;
    readonly base: string;
  };
  parameter(field: FieldShape, type: string, operation: OperationShape): string;
  result(status: string, type: string | undefined, operation: OperationShape): string;
  header(status: string, name: string): string;
  model(model: ModelShape): { readonly key: string; readonly text: string };
  field(field: FieldShape, type: string, model: ModelShape): string;
  rest(type: string, model: ModelShape): string;
  /** Whether a caller writes the names of path parameters. */
  readonly namedArguments: boolean;
}

export function entriesWith(writer: Writer, { operations, models }: SurfaceModel): readonly SurfaceEntry[] {
  return [
    ...operations.flatMap((operation) => operationEntries(writer, operation)),
    ...models.flatMap((model) => modelEntries(writer, model)),
  ];
}

function operationEntries(writer: Writer, operation: OperationShape): readonly SurfaceEntry[] {
  const { key, text, base } = writer.operation(operation);
  const { pointer, bodies, results, security } = operation;
  const part = partOf(key);
  return [
    { ...part({ key, text, pointer }), base },
    {
      ...part({ key: `${key} credentials`, pointer: security.pointer }),
      text: `credentials: ${security.names}`,
      base: String(security.names !== NO_CREDENTIALS),
    },
    ...parameterEntries(writer, operation, key),
    ...bodies.map(({ mediaType, value, required, pointer: place }): SurfaceEntry => {
      const type = writer.type(value);
      const field: FieldShape = { ...value, name: 'body', required, pointer: place };
      return {
        ...part({ key: `${key}(body ${mediaType})`, pointer: place }),
        text: writer.parameter(field, type, operation),
        role: 'sent',
        base: type,
        absent: !required,
        nullable: value.nullable,
      };
    }),
    ...results.flatMap((result) => resultEntries(writer, operation, result, key)),
  ];
}

/** A parameter of the path is known by its place in it, so that another name is a change and no removal. */
function parameterEntries(writer: Writer, operation: OperationShape, owner: string): readonly SurfaceEntry[] {
  const part = partOf(owner);
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  return operation.parameters.map((parameter): SurfaceEntry => {
    const type = writer.type(parameter);
    const position = inPath.indexOf(parameter);
    const key = position === -1 ? `${parameter.in} ${parameter.name}` : `path ${position}`;
    return {
      ...part({ key: `${owner}(${key})`, pointer: operation.pointer }),
      definition: parameter.pointer,
      text: writer.parameter(parameter, type, operation),
      role: 'sent',
      base: writer.namedArguments ? `${parameter.name}: ${type}` : type,
      absent: !parameter.required,
      nullable: parameter.nullable,
    };
  });
}

function resultEntries(
  writer: Writer,
  operation: OperationShape,
  { status, pointer, definition, headers, bodies }: ResultShape,
  owner: string,
): readonly SurfaceEntry[] {
  const part = partOf(owner);
  const key = `${owner} ${status}`;
  const answers = bodies.map(({ mediaType, value }): SurfaceEntry => {
    const base = writer.type(value);
    return {
      ...part({ key: `${key} ${mediaType}`, pointer }),
      definition,
      text: writer.result(status, base, operation),
      role: 'received',
      base,
      nullable: value.nullable,
    };
  });
  const empty = part({ key, text: writer.result(status, undefined, operation), pointer });
  const named = headers.map((name) => ({
    ...part({ key: `${key} ${name}`, text: writer.header(status, name), pointer }),
    definition: `${definition}/headers`,
  }));
  return [...(answers.length === 0 ? [{ ...empty, definition }] : answers), ...named];
}

function modelEntries(writer: Writer, model: ModelShape): readonly SurfaceEntry[] {
  const { key, text } = writer.model(model);
  const { pointer, role, fields, rest, closed, alias } = model;
  const base = alias === undefined ? text : writer.type(alias);
  const nullable = alias?.nullable ?? false;
  const part = partOf(key);
  return [
    { ...part({ key, text, pointer }), role, base, nullable },
    ...fields.map((field): SurfaceEntry => {
      const type = writer.type(field);
      return {
        ...part({ key: `${key}.${field.name}`, pointer: field.pointer }),
        text: writer.field(field, type, model),
        role,
        base: type,
        absent: !field.required,
        nullable: field.nullable,
      };
    }),
    ...(closed || alias !== undefined
      ? []
      : [
          part({
            key: `${key}.*`,
            text: writer.rest(rest === undefined ? writer.type(UNSAID) : writer.type(rest), model),
            pointer: `${pointer}/additionalProperties`,
          }),
        ]),
  ];
}

/** What an operation without security says of itself. */
const NO_CREDENTIALS = 'none';

/** An object that says nothing of its other members leaves them open. */
const UNSAID: ValueShape = {
  type: { kind: 'scalar', type: 'anything', format: undefined },
  nullable: true,
};

/** An entry of an owner, with what most entries have. */
function partOf(owner: string) {
  return (part: Pick<SurfaceEntry, 'key' | 'pointer'> & Partial<SurfaceEntry>): SurfaceEntry => ({
    owner,
    definition: part.pointer,
    text: '',
    role: 'both',
    base: part.text ?? '',
    absent: false,
    nullable: false,
    ...part,
  });
}
