/** Gaps of the coverage that somebody has accepted, from a file. */
import type { Waiver } from '../contract/coverage/coverage.ts';
import { UsageError } from './command.ts';

/**
 * @param text JSON: `[{"item","reason","until"}]`.
 * @throws UsageError that names the entry and the member.
 */
export function parseWaivers(text: string): readonly Waiver[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`the waivers are not JSON: ${cause instanceof Error ? cause.message : cause}`);
  }
  if (!Array.isArray(value)) throw new UsageError('the waivers must be a list');
  return value.map((entry: unknown, index) => {
    const member = (name: keyof Waiver, form: RegExp): string => {
      const found: unknown =
        typeof entry === 'object' && entry !== null ? Reflect.get(entry, name) : undefined;
      if (typeof found === 'string' && form.test(found)) return found;
      throw new UsageError(
        `waivers[${index}].${name} is missing or has another form: ${JSON.stringify(found)}`,
      );
    };
    return {
      item: member('item', /\S/),
      reason: member('reason', /\S/),
      until: member('until', /^\d{4}-\d{2}-\d{2}$/),
    };
  });
}
