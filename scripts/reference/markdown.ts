/**
 * Markdown of descriptions as markup that fits into the page: no HTML from the text, no images (they would be
 * fetched from elsewhere), no headings of its own (the page owns the outline), links to the web or inside the
 * page only.
 */
import MarkdownIt from 'markdown-it';
import { type Html, html, trusted, visible } from '../../src/contract/reports/markup.ts';

/**
 * Makes the renderer of one page.
 *
 * @param anchors names that become links where a description writes them as code, such as `createSession`
 */
export function markdownRenderer(anchors: ReadonlyMap<string, string>): (text: string | undefined) => Html {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.disable('image');
  markdown.validateLink = (address) => /^(?:https?:\/\/|mailto:|#)/i.test(address.trim());
  const rules = markdown.renderer.rules;
  rules['heading_open'] = () => '<p><strong>';
  rules['heading_close'] = () => '</strong></p>\n';
  rules['th_open'] = () => '<th scope="col">';
  rules['td_open'] = () => '<td>';
  rules['code_inline'] = (tokens, index) => {
    const text = tokens[index]?.content ?? '';
    const before = tokens.slice(0, index).map((token) => token.type);
    const insideLink = before.lastIndexOf('link_open') > before.lastIndexOf('link_close');
    const anchor = insideLink ? undefined : anchors.get(text);
    const code = html`<code>${text}</code>`;
    return (anchor === undefined ? code : html`<a href="#${anchor}">${code}</a>`).toString();
  };
  return (text) => trusted(text === undefined ? '' : markdown.render(visible(text)));
}
