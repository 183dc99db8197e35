import { generateKeyPairSync, sign } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { sm2 } from 'sm-crypto-v2';
import { concat, fromHex, toHex, utf8 } from '../bytes';
import { browserSuite } from './browser/browser-suite';
import { littleEndian } from './ed25519';
import { nodeSuite } from './node/node-suite';
import type { Scheme, Suite } from './suite';

/** A signature that holds, in hexadecimal, but for what a case puts in place of it. */
interface Signed {
  readonly publicKey: string;
  readonly message: string;
  readonly signature: string;
}

const holds = (suite: Suite, scheme: Scheme, { publicKey, message, signature }: Signed): boolean =>
  suite.verify(scheme, fromHex(publicKey), fromHex(message), fromHex(signature));

const bigEndian = (value: bigint): string => value.toString(16).padStart(64, '0');
const littleEndianHex = (value: bigint): string => toHex(fromHex(bigEndian(value)).reverse());

// RFC 8032, 7.1, tests 1 to 3.
const RFC_8032: readonly Signed[] = [
  {
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];
const [, ED25519] = RFC_8032 as [Signed, Signed, Signed];
const ED25519_R = ED25519.signature.slice(0, 64);
const ED25519_S = littleEndian(fromHex(ED25519.signature.slice(64)));
const ED25519_ORDER = ed25519.Point.Fn.ORDER;

/** The eight points of small order, and two that stand for one of them in an encoding of their own. */
const SMALL_ORDER = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
];

// GB/T 32918.5-2017, A.2.
const SM2: Signed = {
  publicKey:
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  message: toHex(utf8('message digest')),
  signature:
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
};
const SM2_SECRET = 0x3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8n;
const SM2_DIGEST = 0xf0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640n;
const SM2_R = SM2.signature.slice(0, 64);
const SM2_S = SM2.signature.slice(64);
const SM2_ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const SM2_PRIME = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;

const power = (base: bigint, exponent: bigint, modulus: bigint): bigint =>
  exponent === 0n
    ? 1n
    : (power((base * base) % modulus, exponent / 2n, modulus) * (exponent % 2n ? base : 1n)) % modulus;

describe.each([
  ['node', nodeSuite],
  ['browser', browserSuite],
])('the suite for the %s', (_, suite) => {
  it.each([
    // FIPS 180-4, and GB/T 32905-2016, A.1 and A.2.
    ['sha256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['sm3', 'abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['sm3', 'abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
    ['sm3', '', '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b'],
  ] as const)('hashes with %s as the standard has it: %j', (algorithm, content, digest) => {
    const hash = suite.hash(algorithm);
    expect([hash.algorithm, toHex(hash.digest(utf8(content)))]).toEqual([algorithm, digest]);
  });

  it('gives digests that do not share memory when they are cut', () => {
    const digest = suite.hash('sha256').digest(utf8('abc'));
    digest.slice(0, 4).fill(0);
    expect(toHex(digest.slice(0, 4))).toBe('ba7816bf');
  });

  it.each(RFC_8032)('takes the Ed25519 signatures of RFC 8032 ($message)', (signed) => {
    expect(holds(suite, 'ed25519', signed)).toBe(true);
    expect(holds(suite, 'ed25519', { ...signed, message: `${signed.message}00` })).toBe(false);
  });

  it.each([
    [
      'S + L, which is S to lenient eyes',
      { signature: ED25519_R + littleEndianHex(ED25519_S + ED25519_ORDER) },
    ],
    ['S = L', { signature: ED25519_R + littleEndianHex(ED25519_ORDER) }],
    ['S = 0', { signature: ED25519_R + littleEndianHex(0n) }],
    ['a signature that goes on', { signature: `${ED25519.signature}00` }],
    ['a signature cut short', { signature: ED25519.signature.slice(0, -2) }],
    ['no signature', { signature: '' }],
    ['a key that goes on', { publicKey: `${ED25519.publicKey}00` }],
    ['no key', { publicKey: '' }],
    ['another sign of the key', { publicKey: `${ED25519.publicKey.slice(0, -2)}8c` }],
    ['a key that is no point', { publicKey: '02'.padEnd(64, '0') }],
    ['no message', { message: '' }],
  ])('refuses an Ed25519 signature with %s', (_case, change) => {
    expect(holds(suite, 'ed25519', { ...ED25519, ...change })).toBe(false);
  });

  it.each(SMALL_ORDER)('refuses the Ed25519 key %s, for which anybody can sign', (publicKey) => {
    const forged = SMALL_ORDER.map((r) => ({ publicKey, message: '72', signature: r + '0'.repeat(64) }));
    expect(forged.map((signed) => holds(suite, 'ed25519', signed))).not.toContain(true);
  });

  it('takes the SM2 signature of GB/T 32918', () => {
    expect(holds(suite, 'sm2', SM2)).toBe(true);
    expect(holds(suite, 'sm2', { ...SM2, message: `${SM2.message}00` })).toBe(false);
  });

  it.each([
    ['r = 0', { signature: '0'.repeat(64) + SM2_S }],
    ['s = 0', { signature: SM2_R + '0'.repeat(64) }],
    ['r = s = 0', { signature: '0'.repeat(128) }],
    ['r = n', { signature: bigEndian(SM2_ORDER) + SM2_S }],
    ['s = n', { signature: SM2_R + bigEndian(SM2_ORDER) }],
    ['-r', { signature: bigEndian(SM2_ORDER - BigInt(`0x${SM2_R}`)) + SM2_S }],
    ['-s', { signature: SM2_R + bigEndian(SM2_ORDER - BigInt(`0x${SM2_S}`)) }],
    ['s = -r', { signature: SM2_R + bigEndian(SM2_ORDER - BigInt(`0x${SM2_R}`)) }],
    ['all ones', { signature: 'f'.repeat(128) }],
    ['r and s exchanged', { signature: SM2_S + SM2_R }],
    [
      'r + n in 33 bytes',
      { signature: (BigInt(`0x${SM2_R}`) + SM2_ORDER).toString(16).padStart(66, '0') + SM2_S },
    ],
    ['a signature that goes on', { signature: `${SM2.signature}00` }],
    ['a signature cut short', { signature: SM2.signature.slice(0, -2) }],
    ['a signature in DER', { signature: `3046022100${SM2_R}022100${SM2_S}` }],
    ['a key that is no point', { publicKey: `${SM2.publicKey.slice(0, -2)}14` }],
    ['a key without its first byte', { publicKey: SM2.publicKey.slice(2) }],
    ['a compressed key', { publicKey: `03${SM2.publicKey.slice(2, 66)}` }],
    ['a hybrid key', { publicKey: `07${SM2.publicKey.slice(2)}` }],
    ['the infinite point as key', { publicKey: '04'.padEnd(130, '0') }],
    ['no key', { publicKey: '' }],
    ['no message', { message: '' }],
  ])('refuses an SM2 signature with %s', (_case, change) => {
    expect(holds(suite, 'sm2', { ...SM2, ...change })).toBe(false);
  });

  it('refuses an SM2 key whose coordinate is not below the prime', () => {
    // The point (0, √b) of the curve, and the same with x = p.
    const b = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
    const y = bigEndian(power(b, (SM2_PRIME + 1n) / 4n, SM2_PRIME));
    const s = bigEndian(1n);
    const signed = { message: SM2.message, signature: s + s };
    const judge = (x: bigint) => holds(suite, 'sm2', { ...signed, publicKey: `04${bigEndian(x)}${y}` });
    expect([judge(0n), judge(SM2_PRIME)]).toEqual([false, false]);
  });

  it('refuses an SM2 signature whose point is the infinite one, which has no coordinates', () => {
    const r = SM2_DIGEST % SM2_ORDER;
    const s =
      ((SM2_ORDER - ((r * SM2_SECRET) % SM2_ORDER)) * power(1n + SM2_SECRET, SM2_ORDER - 2n, SM2_ORDER)) %
      SM2_ORDER;
    expect(holds(suite, 'sm2', { ...SM2, signature: bigEndian(r) + bigEndian(s) })).toBe(false);
  });

  it.each(['', 'ALICE123@YAHOO.COM'])(
    'refuses an SM2 signature that was made for the identity %j',
    (userId) => {
      const signature = sm2.doSignature(fromHex(SM2.message), bigEndian(SM2_SECRET), { hash: true, userId });
      expect(holds(suite, 'sm2', { ...SM2, signature })).toBe(false);
    },
  );

  it('refuses what Node signs with a key of the curve: it is ECDSA', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
    const message = utf8('message digest');
    const signature = sign('sm3', message, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const spki = publicKey.export({ format: 'der', type: 'spki' });
    const key = new Uint8Array(spki.subarray(-65));
    expect(suite.verify('sm2', key, message, new Uint8Array(signature))).toBe(false);
  });

  it.each([
    ['ed25519', SM2],
    ['sm2', ED25519],
  ] as const)('refuses as %s what is of the other scheme', (scheme, signed) => {
    expect(holds(suite, scheme, signed)).toBe(false);
  });
});

describe('the suites', () => {
  const both = (scheme: Scheme, signed: Signed) =>
    [nodeSuite, browserSuite].map((suite) => holds(suite, scheme, signed));

  it('agree about keys with a part of small order, of which some signatures hold and some do not', () => {
    const { Point } = ed25519;
    const secret = 42n;
    const twisted = Point.BASE.multiply(secret).add(Point.fromHex(SMALL_ORDER[6] ?? ''));
    const publicKey = toHex(twisted.toBytes());
    const r = toHex(Point.BASE.multiply(7n).toBytes());
    const verdicts = Array.from({ length: 24 }, (_, index) => {
      const message = index.toString(16).padStart(2, '0');
      const k = littleEndian(sha512(concat(fromHex(r), fromHex(publicKey), fromHex(message))));
      const s = littleEndianHex((7n + k * secret) % ED25519_ORDER);
      return both('ed25519', { publicKey, message, signature: r + s });
    });
    expect(verdicts.map(([node]) => node)).toEqual(verdicts.map(([, browser]) => browser));
    expect(new Set(verdicts.flat())).toEqual(new Set([true, false]));
  });

  it.each([
    ['ed25519', ED25519],
    ['sm2', SM2],
  ] as const)('refuse every %s signature of which a bit is turned', (scheme, signed) => {
    const flipped = (hex: string, bit: number): string => {
      const bytes = fromHex(hex);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return toHex(bytes);
    };
    const part = fc.constantFrom('publicKey', 'message', 'signature');
    const mutant = part.chain((name) =>
      fc
        .integer({ min: 0, max: signed[name].length * 4 - 1 })
        .map((bit) => ({ ...signed, [name]: flipped(signed[name], bit) })),
    );
    fc.assert(
      fc.property(mutant, (changed) => {
        expect(both(scheme, changed)).toEqual([false, false]);
      }),
      { numRuns: 60 },
    );
  });

  it('hash alike', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('sha256', 'sm3'),
        (content, algorithm) => {
          const [node, browser] = [nodeSuite, browserSuite].map((suite) =>
            suite.hash(algorithm).digest(content),
          );
          expect(node).toStrictEqual(browser);
        },
      ),
    );
  });
});
