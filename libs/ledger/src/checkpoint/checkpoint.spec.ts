import { toHex } from '../bytes';
import { Malformed } from '../malformed';
import { formatCheckpoint, parseCheckpoint } from './checkpoint';

// C2SP tlog-checkpoint, the example.
const TEXT = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

describe('a checkpoint', () => {
  it('is the origin, the size and the root', () => {
    const { origin, size, root } = parseCheckpoint(TEXT);
    expect([origin, size, toHex(root)]).toEqual([
      'example.com/behind-the-sofa',
      20_852_163,
      '0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62',
    ]);
  });

  it.each(['go.sum database tree', '黔0102.court.test/业务'])(
    'is of any origin in one line: %s',
    (origin) => {
      const checkpoint = { ...parseCheckpoint(TEXT), origin };
      expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
    },
  );

  it.each([0, 1, 2 ** 53 - 1])('is of the size %p', (size) => {
    const checkpoint = { ...parseCheckpoint(TEXT), size };
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
  });

  it.each([
    ['nothing', ''],
    ['no origin', TEXT.replace('example.com/behind-the-sofa', '')],
    ['no size', TEXT.replace('20852163', '')],
    ['no root', TEXT.replace(/.*=\n/, '\n')],
    ['two lines', TEXT.replace(/.*=\n/, '')],
    ['no end', TEXT.slice(0, -1)],
    ['a line that nobody answers for', `${TEXT}extension\n`],
    ['an empty line after it', `${TEXT}\n`],
    ['an empty line before it', `\n${TEXT}`],
    ['something after it', `${TEXT}x`],
    ['carriage returns', TEXT.replaceAll('\n', '\r\n')],
    ['a carriage return in its origin', TEXT.replace('\n', '\r\n')],
    ['a byte order mark', `\ufeff${TEXT}`],
    ['a control character', TEXT.replace('behind', 'be\u0000hind')],
    ['half a character', TEXT.replace('behind', '\udc00')],
    ['a leading zero', TEXT.replace('20852163', '020852163')],
    ['a sign', TEXT.replace('20852163', '+20852163')],
    ['a negative size', TEXT.replace('20852163', '-1')],
    ['an exponent', TEXT.replace('20852163', '2e7')],
    ['a space at the size', TEXT.replace('20852163', '20852163 ')],
    ['a fraction', TEXT.replace('20852163', '20852163.0')],
    ['digits of another script', TEXT.replace('20852163', '２０８５２１６３')],
    ['a size that a number does not hold', TEXT.replace('20852163', '9007199254740992')],
    [
      'a root of 31 bytes',
      TEXT.replace('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', `${'A'.repeat(42)}==`),
    ],
    ['a root of 33 bytes', TEXT.replace('q2I=', 'q2IA')],
    ['a root with stray bits', TEXT.replace('q2I=', 'q2J=')],
    ['a root without padding', TEXT.replace('q2I=', 'q2I')],
  ])('is refused with %s', (_case, text) => {
    expect(() => parseCheckpoint(text)).toThrow(Malformed);
  });

  it.each([
    ['a negative size', { size: -1 }],
    ['half a leaf', { size: 0.5 }],
    ['a size that a number does not hold', { size: 2 ** 53 }],
    ['no number as size', { size: Number.NaN }],
    ['an empty origin', { origin: '' }],
    ['an origin of two lines', { origin: 'a\nb' }],
    ['a short root', { root: new Uint8Array(31) }],
  ])('is not written with %s', (_case, change) => {
    expect(() => formatCheckpoint({ ...parseCheckpoint(TEXT), ...change })).toThrow(Malformed);
  });
});
