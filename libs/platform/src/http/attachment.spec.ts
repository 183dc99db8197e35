import fc from 'fast-check';
import { attachment } from './attachment';

describe('the name of an attachment', () => {
  it('is told in full, and to old programs as far as ASCII goes', () => {
    expect(attachment('民事判决书（终稿）.pdf')).toBe(
      `attachment; filename="_________.pdf"; filename*=UTF-8''${encodeURIComponent('民事判决书（终稿）.pdf')}`,
    );
    expect(attachment(`a"b\\c%41'(*).txt`)).toBe(
      `attachment; filename="a_b_c_41'(*).txt"; filename*=UTF-8''a%22b%5Cc%2541%27%28%2A%29.txt`,
    );
  });

  it('never ends the header, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const name = text.toWellFormed();
        const header = attachment(name);
        const [, plain, full = ''] =
          /^attachment; filename="([\x20\x21\x23-\x5b\x5d-\x7e]*)"; filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/.exec(
            header,
          ) ?? [];
        expect(plain).toBeDefined();
        expect(decodeURIComponent(full)).toBe(name);
      }),
    );
  });
});
