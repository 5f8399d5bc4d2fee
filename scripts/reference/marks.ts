/**
 * Provenance made visible: where each element of the contract comes from, as a badge beside the element, a
 * number that leads to the source, and a legend that explains both.
 */
import { type Html, html, nothing } from '../../src/contract/reports/markup.ts';

export interface ProvenanceMark {
  readonly kind: 'guide' | 'documented' | 'observed' | 'rfc' | 'assumption';
  /** Title of the source; may be empty for an assumption that nothing supports. */
  readonly source: string;
  /** Identifier of the open question that would settle an assumption. */
  readonly question?: string;
}

export type Provenance = (pointer: string) => readonly ProvenanceMark[];

type Kind = ProvenanceMark['kind'];

const KINDS: Readonly<Record<Kind, { readonly label: string; readonly meaning: string }>> = {
  guide: { label: 'guide', meaning: 'The vendor’s Customer Management Guide says so.' },
  documented: { label: 'documented', meaning: 'Another public page of the vendor says so.' },
  observed: { label: 'observed', meaning: 'Recorded traffic shows it; no page promises it.' },
  rfc: { label: 'RFC', meaning: 'A standard of the internet that the API builds on demands it.' },
  assumption: {
    label: 'assumption',
    meaning: 'Nothing says so. The safest reading was chosen; the badge links to the open question.',
  },
};

// In the order of the legend; a record of five literal keys has exactly these keys.
const ORDER = Object.keys(KINDS) as readonly Kind[];

/** Collects the marks of one page while it is rendered: sources get their number when first cited. */
export class Marks {
  readonly #provenance: Provenance;
  readonly #questions: ReadonlyMap<string, string>;
  readonly #numbers = new Map<string, number>();
  readonly #elements = new Map<Kind, Set<string>>();

  /** @param questions anchors of the open questions that the page tells itself. */
  constructor(provenance: Provenance, questions: ReadonlyMap<string, string>) {
    this.#provenance = provenance;
    this.#questions = questions;
  }

  /**
   * The badges of an element that has to name its source; one without any says so, visibly.
   *
   * @param pointers where the element stands and, behind references, where it is defined
   */
  required(pointers: readonly string[]): Html {
    const marks = this.#marksAt(pointers);
    return marks.length > 0
      ? this.#badges(pointers, marks)
      : html`<span class="marks"><span class="mark unsourced">no source</span></span>`;
  }

  /** The badges of an element for which the ledger may be silent, such as a server. */
  optional(pointers: readonly string[]): Html {
    const marks = this.#marksAt(pointers);
    return marks.length > 0 ? this.#badges(pointers, marks) : nothing;
  }

  /** The legend and the list of sources; complete only once everything else is rendered. */
  legend(): Html {
    return html`<section class="legend">
<h2 id="legend">Sources</h2>
<p>Each operation, parameter, property, response and header carries a badge that says where it comes from; a
number names the source in the list below. The <a href="ledger.md">provenance ledger</a> holds every statement
with its proofs, and the <a href="open-questions.md">open questions</a> what the vendor has yet to answer${this.#questions.size > 0 && html`; they are <a href="#questions">told below</a> too`}.</p>
<dl>${ORDER.map((kind) => this.#kindRow(kind))}</dl>
${this.#numbers.size > 0 && html`<ol class="sources">${[...this.#numbers].map(([source, number]) => html`<li id="source-${number}">${source}</li>\n`)}</ol>`}
</section>`;
  }

  #kindRow(kind: Kind): Html {
    const count = this.#elements.get(kind)?.size ?? 0;
    const { label, meaning } = KINDS[kind];
    return html`<div><dt><span class="mark ${kind}">${label}</span></dt>
<dd>${meaning} <span class="count">(${count} ${count === 1 ? 'element' : 'elements'})</span></dd></div>\n`;
  }

  #marksAt(pointers: readonly string[]): readonly ProvenanceMark[] {
    const distinct = new Map<string, ProvenanceMark>();
    for (const mark of pointers.flatMap((place) => this.#provenance(place))) {
      // Two marks are one badge when they would lead to the same place: the open question or the source.
      const target = mark.kind === 'assumption' ? (mark.question ?? mark.source) : mark.source;
      distinct.set(JSON.stringify([mark.kind, target]), mark);
    }
    return [...distinct.values()].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  }

  #badges(pointers: readonly string[], marks: readonly ProvenanceMark[]): Html {
    for (const { kind } of marks) {
      const elements = this.#elements.get(kind) ?? new Set();
      // A shared response or parameter counts once: by the place of its definition.
      this.#elements.set(kind, elements.add(pointers.at(-1) ?? ''));
    }
    return html`<span class="marks">${marks.map((mark) => this.#badge(mark))}</span>`;
  }

  #badge({ kind, source, question }: ProvenanceMark): Html {
    const { label } = KINDS[kind];
    if (kind === 'assumption' && question !== undefined) {
      const anchor = this.#questions.get(question);
      const file = `open-questions.md#${encodeURIComponent(question.toLowerCase())}`;
      return html`<a class="mark ${kind}" href="${anchor === undefined ? file : `#${anchor}`}">${label} <small>${question}</small></a> `;
    }
    if (source === '') return html`<span class="mark ${kind}">${label}</span> `;
    const number = this.#numbers.get(source) ?? this.#numbers.size + 1;
    this.#numbers.set(source, number);
    return html`<a class="mark ${kind}" href="#source-${number}">${label} <small>${number}</small></a> `;
  }
}
