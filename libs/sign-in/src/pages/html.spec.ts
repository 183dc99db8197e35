import fc from 'fast-check';
import { html } from './html';

describe('a template of HTML', () => {
  it('escapes what is text, in elements and in attributes', () => {
    expect(html`<p title="${'"\'><script>'}">${'<b>&amp;'}</p>`.text).toBe(
      '<p title="&quot;&#39;&gt;&lt;script&gt;">&lt;b&gt;&amp;amp;</p>',
    );
  });

  it('takes what is HTML as it is, also many, and nothing as nothing', () => {
    const items = ['a', '<'].map((each) => html`<li>${each}</li>`);
    const { text } = html`<ul>
      ${items}${undefined}
    </ul>`;
    expect(text.replaceAll(/\s/g, '')).toBe('<ul><li>a</li><li>&lt;</li></ul>');
  });

  it('lets no text begin a tag or end an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(html`${text}`.text).not.toMatch(/[<>"']/);
      }),
    );
  });
});
