/**
 * Markup as a type of its own. A string never becomes markup by accident: the `html` tag escapes whatever is
 * not `Html` already, so a description of the API can hold any text without becoming part of the page.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is markup already; made by the `html` tag or, where another renderer escaped it, by `trusted`. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a slot of the `html` tag. */
export type Slot = Html | string | number | undefined | false | readonly Slot[];

/** Nothing at all, where a function has to return markup. */
export const nothing = new Html('');

/**
 * Writes control characters and marks that turn the direction of writing as `\u202e`, so that a reviewer sees
 * them instead of being misled by them. Line breaks and tabs stay.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) =>
    character === '\n' || character === '\t'
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Escapes text for element content and for quoted attribute values alike. */
export function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Markup that was escaped elsewhere. Only for output of the Markdown renderer and constants of this folder. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** Tag for templates: the literal parts are markup, every slot is escaped unless it is `Html`. */
export function html(literals: TemplateStringsArray, ...slots: readonly Slot[]): Html {
  return new Html(literals.map((literal, index) => literal + markupOf(slots[index])).join(''));
}

/** Puts a separator between parts, leaving out empty ones. */
export function joined(parts: readonly Slot[], separator: string): Html {
  return new Html(
    parts
      .map(markupOf)
      .filter((part) => part !== '')
      .join(escaped(separator)),
  );
}

/** A link out of the page; an address of any other scheme than http and https stays plain text. */
export function outsideLink(address: string, label: string): Html {
  return /^https?:\/\//i.test(address) ? html`<a href="${address}">${label}</a>` : html`${label}`;
}

function markupOf(slot: Slot): string {
  if (slot === undefined || slot === false) return '';
  if (slot instanceof Html) return slot.toString();
  if (typeof slot === 'object') return slot.map(markupOf).join('');
  return escaped(String(slot));
}
