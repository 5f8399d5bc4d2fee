/**
 * Tables that become cards on a narrow screen. Changing `display` makes some browsers forget that an element is
 * a table, so every part names its role; the header of a column is then still announced with each cell.
 */
import { type Html, html, type Slot } from '../../src/contract/reports/markup.ts';

export interface Row {
  /** Id of the row, where something links to it. */
  readonly anchor?: string;
  /** Class for the look of the row. */
  readonly look?: string;
  /** The first cell heads the row. */
  readonly cells: readonly Slot[];
}

/** A table with a caption for those who do not see the heading above it. */
export function table(look: string, caption: string, columns: readonly string[], rows: readonly Row[]): Html {
  return html`<table role="table" class="${look}">
<caption class="unseen">${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map(row)}</tbody>
</table>
`;
}

function row({ anchor, look, cells: [head, ...rest] }: Row): Html {
  return html`<tr role="row"${anchor !== undefined && html` id="${anchor}"`}${look !== undefined && html` class="${look}"`}>
<th role="rowheader" scope="row">${head}</th>
${rest.map((cell) => html`<td role="cell">${cell}</td>\n`)}</tr>
`;
}
