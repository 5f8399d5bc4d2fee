/** Named examples as JSON that opens on demand. */

import { type Html, html, nothing } from '../../src/contract/reports/markup.ts';
import type { Context } from './context.ts';
import type { PlannedBody } from './exchange.ts';

export function exampleList(context: Context, label: string, bodies: readonly PlannedBody[]): Html {
  const examples = bodies.flatMap((body) => body.examples);
  if (examples.length === 0) return nothing;
  return html`<div class="examples">${examples.map(
    ({ name, summary, description, value }) => html`<details>
<summary>${label} <code>${name}</code>${summary !== undefined && `: ${summary}`}</summary>
${context.markdown(description)}<pre><code>${JSON.stringify(value, null, 2)}</code></pre>
</details>
`,
  )}</div>
`;
}
