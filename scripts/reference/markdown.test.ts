import { describe, expect, it } from 'vitest';
import { markdownRenderer } from './markdown.ts';

const render = (text: string) =>
  markdownRenderer(new Map([['createSession', 'createSession']]))(text).toString();

describe('Markdown of descriptions', () => {
  it('shows HTML as text', () => {
    expect(render('<script>alert(1)</script> and <b onclick="x">')).not.toMatch(/<script|<b/);
  });

  it('loads no image, whatever its address', () => {
    expect(render('![x](https://example.com/x.png) ![y](data:image/png;base64,AA)')).not.toContain('<img');
  });

  it('makes no link of an address that could run or leave the web', () => {
    for (const address of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '//x',
    ]) {
      expect(render(`[x](${address})`)).not.toContain('href');
    }
    expect(render('[x](https://example.com)')).toContain('href="https://example.com"');
  });

  it('keeps its headings out of the outline of the page', () => {
    expect(render('# One\n\nTwo\n---')).toBe('<p><strong>One</strong></p>\n<p><strong>Two</strong></p>\n');
  });

  it('gives the head of a table its scope and no inline style', () => {
    const table = render('| a |\n|:-:|\n| b |');
    expect(table).toContain('<th scope="col">a</th>');
    expect(table).not.toContain('style=');
  });

  it('links the names of operations and models that are written as code, but not inside a link', () => {
    expect(render('`createSession`')).toContain('<a href="#createSession"><code>createSession</code></a>');
    expect(render('`other`')).not.toContain('href');
    expect(render('[see `createSession`](https://example.com)')).not.toContain('#createSession');
  });
});
