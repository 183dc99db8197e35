import { isDeepStrictEqual } from 'node:util';
import { canonical } from './canonical';
import { parseCheckpoint } from './checkpoint/checkpoint';
import { parseTlogProof } from './checkpoint/tlog-proof';
import { Malformed } from './malformed';
import { parseVerifierKey } from './note/keys';
import { parseNote } from './note/note';
import { checkSignature } from './note/signing';
import { parsePolicy } from './policy/policy-file';
import { nodeSuite } from './suites/node/node-suite';
import { MUTANTS, mistaken, PATIENCE_MS } from './testing/mutants';
import { parseAddCheckpoint } from './witness/add-checkpoint';

// Signed with the keys of RFC 8032, 7.1, test 2, and of GB/T 32918.5-2017, A.2.
const LOG = '黔01.court.test/业务+749cfc2b+AT1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM';
const UPPER =
  '黔.court.test+ae91814e+/3NtMi1zbTMvY29zaWduYXR1cmUvdjEECfnfMR5UIaFQ3X0WHkvFxnIXn60YM/wHa7CP81bzUCDM6kkM4md1pS3G6nGMwapgCu0F+/NeCEpmMvYHLamtEw==';
const CHECKPOINT = `黔01.court.test/业务
70000
AAkSGyQtNj9IUVpjbHV+h5CZoqu0vcbP2OHq8/wFDhc=
`;
const NOTE = `${CHECKPOINT}
— 黔01.court.test/业务 dJz8K/2cd7LpMW5nOXUxnjAQvX0Gbz/zTKukl4iZUbL/rqdtwa3Hi9qpOhX6O0EnFbwZRZL9eiYx7oTOzW+PJS+y5QQ=
— 黔.court.test rpGBTgAAAABpo4GAnVSJ5FY7hlnvswMBdS0i5xjHvdTSWUJXsTR9bdZsD8QT1SCh76DABPB54G7sA2aymbpY3/xgER43pJxNGRL4ew==
`;
const HASHES = `gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
`;
const POLICY = `# 核验策略

log ${LOG} https://log.test/
witness 高院 ${UPPER}
group upper any 高院
quorum upper
require inclusion
freshness 86400
skew 10
`;

/** The words of a policy: its spaces, empty lines and comments are only for the eye. */
const wordsIn = (policy: string): readonly (readonly string[])[] =>
  policy
    .split('\n')
    .map((line) => line.split(/[ \t]+/).filter((word) => word !== ''))
    .filter(([word = '#']) => !word.startsWith('#'));

describe('a text of which one character or one bit is another', () => {
  const formats: readonly (readonly [string, string, (text: string) => unknown])[] = [
    ['note', NOTE, parseNote],
    ['key of Ed25519', LOG, parseVerifierKey],
    ['key of SM2', UPPER, parseVerifierKey],
    ['checkpoint', CHECKPOINT, parseCheckpoint],
    ['proof', `c2sp.org/tlog-proof@v1\nindex 69999\n${HASHES}\n${NOTE}`, parseTlogProof],
    ['request to cosign', `old 3\n${HASHES}\n${NOTE}`, parseAddCheckpoint],
  ];
  const share = Math.ceil(MUTANTS / (formats.length + 1));

  it.each(formats)(
    'is not the same %s',
    (_, text, parse) => {
      const original = parse(text);
      expect(mistaken(text, (mutant) => isDeepStrictEqual(parse(mutant), original), share)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'is not the same policy, unless it looks the same',
    () => {
      const [original, words] = [parsePolicy(POLICY), wordsIn(POLICY)];
      const isTaken = (mutant: string): boolean =>
        isDeepStrictEqual(parsePolicy(mutant), original) && !isDeepStrictEqual(wordsIn(mutant), words);
      expect(mistaken(POLICY, isTaken, share)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'is not signed by those who signed the note',
    () => {
      const keys = [parseVerifierKey(LOG), parseVerifierKey(UPPER)];
      const isSigned = (mutant: string): boolean => {
        const { text, signatures } = parseNote(mutant);
        return keys.every((key) =>
          signatures.some((signature) => checkSignature(nodeSuite, text, key, signature)),
        );
      };
      expect(isSigned(NOTE)).toBe(true);
      expect(mistaken(NOTE, isSigned, Math.ceil(MUTANTS / 200))).toEqual([]);
    },
    PATIENCE_MS,
  );
});

describe('a canonical parser', () => {
  it('takes only what its format writes', () => {
    const number = canonical('number', Number, String);
    expect(number('10')).toBe(10);
    expect(() => number('010')).toThrow(Malformed);
    expect(() => number(' 10')).toThrow(Malformed);
  });
});
