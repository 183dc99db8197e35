import fc from 'fast-check';
import { parseVerifierKey } from '../note/keys';
import { quorumMet, type Group, type Policy } from './policy';

const key = parseVerifierKey('remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2');
const NAMES = ['中院', '高院', '检察院', '公证处'];

const policyOf = (quorum: string, ...groups: readonly Group[]): Policy => ({
  logs: [],
  witnesses: NAMES.map((name) => ({ name, key })),
  groups,
  quorum,
  required: [],
  skewSeconds: 0,
});
const UPPER: Group = { name: 'upper', threshold: 1, members: ['中院', '高院'] };
const OUTSIDE: Group = { name: 'outside', threshold: 1, members: ['检察院', '公证处'] };
const BOTH: Group = { name: 'both', threshold: 2, members: ['upper', 'outside'] };

describe('the quorum', () => {
  it.each([
    [[], false],
    [['中院'], false],
    [['中院', '高院'], false],
    [['检察院', '公证处'], false],
    [['中院', '检察院'], true],
    [['高院', '公证处'], true],
    [NAMES, true],
    [['upper', 'outside'], false],
    [['both'], false],
    [['中院', 'outside', '路人'], false],
  ])('of one court above and one outside is met by %j: %s', (cosigners, met) => {
    expect(quorumMet(policyOf('both', UPPER, OUTSIDE, BOTH), new Set(cosigners))).toBe(met);
  });

  it.each([
    ['none', [], true],
    ['高院', ['高院'], true],
    ['高院', ['中院'], false],
  ])('of %s is met by %j: %s', (quorum, cosigners, met) => {
    expect(quorumMet(policyOf(quorum), new Set(cosigners))).toBe(met);
  });

  it('is met by more if it is met by some, and by so many as the group asks', () => {
    const members = NAMES.slice(0, 3);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.subarray(NAMES),
        fc.subarray(NAMES),
        (threshold, some, more) => {
          const policy = policyOf('group', { name: 'group', threshold, members });
          const met = quorumMet(policy, new Set(some));
          expect(met).toBe(some.filter((name) => members.includes(name)).length >= threshold);
          expect(met && !quorumMet(policy, new Set([...some, ...more]))).toBe(false);
        },
      ),
    );
  });
});
