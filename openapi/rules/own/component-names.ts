import { pointer } from '../../../src/contract/pointer.ts';
import type { Rule } from '../rule.ts';

const SHAPE = /^[A-Z][A-Za-z]*$/;
/** Classes that a language or a generator already has; a model of the same name does not compile beside them. */
const TAKEN = new Set(
  'Object String Number Integer Boolean Array List Map Set Date Error Exception Response Request Client Model Type Enum Void Null Function Promise File'.split(
    ' ',
  ),
);

export const componentNames: Rule = {
  id: 'component-names',
  title: 'Components are named in PascalCase letters, and never like a class that a language already has',
  why: 'The name becomes a class: aliases such as Date gave compile errors in Java, digits and dashes are rewritten differently by each generator.',
  *check(document) {
    for (const [section, components] of Object.entries(document.components ?? {})) {
      if (section === 'securitySchemes') continue;
      for (const name of Object.keys(components)) {
        const place = pointer('components', section, name);
        if (!SHAPE.test(name)) yield { pointer: place, message: `"${name}"; write PascalCase, letters only` };
        else if (section === 'schemas' && TAKEN.has(name)) {
          yield {
            pointer: place,
            message: `"${name}" is a class of its own in some language; choose another name`,
          };
        }
      }
    }
  },
};
