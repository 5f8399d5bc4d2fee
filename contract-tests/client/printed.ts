/** Every form in which a program may print a value without meaning to print what is in it. */
import { inspect } from 'node:util';

const DEEP = { depth: 12, showHidden: true, maxArrayLength: null, maxStringLength: null } as const;

export function printedForms(value: unknown): readonly string[] {
  const forms = [inspect(value, DEEP), inspect(clonedIfPossible(value), DEEP), String(value), asJson(value)];
  if (value instanceof Error) forms.push(value.stack ?? '', ...printedCause(value));
  return forms;
}

function printedCause(error: Error): readonly string[] {
  return error.cause === undefined || error.cause === error ? [] : printedForms(error.cause);
}

function clonedIfPossible(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch (error) {
    return error;
  }
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch (error) {
    return String(error);
  }
}
