import { describe, expect, it } from 'vitest';
import { ASSIGNABLE, assignableFiles, namedModels, schemaNames } from './assignable.ts';

const program = (second: Parameters<typeof assignableFiles>[1]): string =>
  assignableFiles('/row', second)[ASSIGNABLE] ?? '';

describe('the program that holds a second generator to the published types', () => {
  it('assigns every schema of the contract in both directions', () => {
    const text = program({ module: './other.ts' });
    for (const name of schemaNames()) {
      expect(text).toContain(`(value: Published['${name}']): second.${name} => value;`);
      expect(text).toContain(`(value: second.${name}): Published['${name}'] => value;`);
    }
  });

  it('assigns every interface of the client that stands for a schema, so that the swap reaches callers', () => {
    expect(namedModels()).toContainEqual({ model: 'Customer', schema: 'Customer' });
    expect(namedModels().length).toBeGreaterThanOrEqual(17);
    expect(program({ module: './other.ts' })).toContain(
      "(value: Published['Customer']): models.Customer => value;",
    );
  });

  it('expects a listed difference where it is listed and nowhere else', () => {
    const text = program({
      module: './other.ts',
      renamed: { Capture: 'Capture_2' },
      differences: [{ schema: 'Issuer', direction: 'published as generated', why: 'it forgets null' }],
    });
    expect(text.match(/@ts-expect-error/g)).toHaveLength(1);
    expect(text).toContain('// @ts-expect-error it forgets null\nexport const published_as_generated_Issuer');
    expect(text).toContain('second.Capture_2');
  });
});
