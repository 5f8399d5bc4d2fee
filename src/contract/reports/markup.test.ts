import { describe, expect, it } from 'vitest';
import { html, joined, outsideLink, trusted } from './markup.ts';

describe('the html tag', () => {
  it('escapes text in content and in attributes, so that neither can be left', () => {
    const hostile = `"'></p><script>alert(1)</script>&`;
    expect(html`<p title="${hostile}">${hostile}</p>`.toString()).toBe(
      '<p title="&quot;&#39;&gt;&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;">' +
        '&quot;&#39;&gt;&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;</p>',
    );
  });

  it('escapes what an object pretends to be markup', () => {
    const forged: unknown = { toString: () => '<b>' };
    expect(html`${String(forged)}`.toString()).toBe('&lt;b&gt;');
  });

  it('keeps markup that is markup already, however deep it is nested', () => {
    expect(html`<ul>${[html`<li>${1}</li>`, [trusted('<li>2</li>')]]}</ul>`.toString()).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    );
  });

  it('leaves out false and undefined, but not zero', () => {
    expect(html`${false}${undefined}${0}`.toString()).toBe('0');
  });

  it('shows control characters and turned writing directions instead of obeying them', () => {
    expect(html`a\u0000b${'\u202Ec\u0007\r'}${'\n\t'}`.toString()).toContain('\\u202ec\\u0007\\u000d\n\t');
  });

  it('joins parts without a separator for those that are empty', () => {
    expect(joined(['a', undefined, html``, '<'], ' & ').toString()).toBe('a &amp; &lt;');
  });
});

describe('links out of the page', () => {
  it('are links for web addresses only', () => {
    expect(outsideLink('https://example.com/?a&b', 'docs').toString()).toBe(
      '<a href="https://example.com/?a&amp;b">docs</a>',
    );
    expect(outsideLink('javascript://%0aalert(1)', 'docs').toString()).toBe('docs');
    expect(outsideLink('javascript:alert(1)', 'docs').toString()).toBe('docs');
    expect(outsideLink('data:text/html,x', 'docs').toString()).toBe('docs');
  });
});
