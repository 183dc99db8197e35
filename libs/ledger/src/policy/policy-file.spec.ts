import { Malformed } from '../malformed';
import { formatVerifierKey, parseVerifierKey, verifierKey } from '../note/keys';
import { CHECK_NAMES } from './checks';
import { formatPolicy, parsePolicy } from './policy-file';

// Keys of transparency-dev/formats and C2SP signed-note, as a log's and as a cosigner's.
const LOG = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const OTHER_LOG = 'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6';
const asCosigner = (vkey: string, name: string): string =>
  formatVerifierKey(verifierKey(name, 'cosigner', parseVerifierKey(vkey)));
const [W1, W2, W3] = [
  'Wit1+55ee4561+AVhZSmQj9+SoL+p/nN0Hh76xXmF7QcHfytUrI1XfSClk',
  'Wit2+85ecc407+AWVbwFJte9wMQIPSnEnj4KibeO6vSIOEDUTDp3o63c2x',
  'Wit3+d3ed3be7+ASb6Uz1+fxAcXkMvDd7nGa3FjDce7LxIKmbbTCT0MpVn',
].map((vkey) => asCosigner(vkey, 'court.test/witness')) as [string, string, string];

const POLICY = `# 对检察院公布
log ${LOG} https://log.test/

witness 中院 ${W1}
witness 高院 ${W2} https://upper.test/
group upper any 中院 高院
\twitness 检察院\t${W3}  
  # 两处都要
group both all upper 检察院
quorum both

require inclusion
require cosignatures
freshness 86400
skew 10
`;

describe('a policy file', () => {
  it('says whose word is taken and what must be checked', () => {
    expect(parsePolicy(POLICY)).toEqual({
      logs: [{ ...parseVerifierKey(LOG), url: 'https://log.test/' }],
      witnesses: [
        { name: '中院', key: parseVerifierKey(W1) },
        { name: '高院', key: parseVerifierKey(W2), url: 'https://upper.test/' },
        { name: '检察院', key: parseVerifierKey(W3) },
      ],
      groups: [
        { name: 'upper', threshold: 1, members: ['中院', '高院'] },
        { name: 'both', threshold: 2, members: ['upper', '检察院'] },
      ],
      quorum: 'both',
      required: ['inclusion', 'cosignatures'],
      freshnessSeconds: 86_400,
      skewSeconds: 10,
    });
  });

  it('is written without what is only for the eye', () => {
    expect(formatPolicy(parsePolicy(POLICY))).toBe(`log ${LOG} https://log.test/
witness 中院 ${W1}
witness 高院 ${W2} https://upper.test/
witness 检察院 ${W3}
group upper any 中院 高院
group both all upper 检察院
quorum both
require inclusion
require cosignatures
freshness 86400
skew 10
`);
  });

  it.each([
    ['nothing but the log', 'quorum none\n'],
    ['a witness alone', `witness w1 ${W1}\nquorum w1\n`],
    ['two of three', `witness 1 ${W1}\nwitness 2 ${W2}\nwitness 3 ${W3}\ngroup g 2 1 2 3\nquorum g\n`],
    [
      'names that are words of the file',
      `witness all ${W1}\nwitness any ${W2}\ngroup group all all any\nquorum group\n`,
    ],
    ['names that look alike', `witness K ${W1}\nwitness \u212a ${W2}\ngroup g any \u212a K\nquorum g\n`],
    ['logs of several origins', `log ${LOG}\nlog ${OTHER_LOG}\nquorum none\n`],
    ['all checks', `quorum none\n${CHECK_NAMES.map((check) => `require ${check}\n`).join('')}`],
    ['acts that are signed', 'quorum none\nsigned ReviewConcurred\nsigned PayloadRedacted\n'],
    ['what is new now', 'quorum none\nfreshness 0\n'],
  ])('with %s is written as it was read', (_case, text) => {
    expect(formatPolicy(parsePolicy(text))).toBe(text);
  });

  it('grants no difference of clocks and sets no freshness by itself', () => {
    expect(parsePolicy('quorum none\n')).toEqual({
      logs: [],
      witnesses: [],
      groups: [],
      quorum: 'none',
      required: [],
      skewSeconds: 0,
    });
  });

  // The first ones are those of transparency-dev/formats.
  it.each([
    ['a control character', 'quorum none\n\u0001\n'],
    ['a control character in a comment', '# \u0000\nquorum none\n'],
    ['carriage returns', 'quorum none\r\n'],
    ['an unknown word', 'quibble w1\nquorum none\n'],
    ['no type that is signed', 'quorum none\nsigned\n'],
    ['what is no type', 'quorum none\nsigned case-1\n'],
    ['a type that is signed twice', 'quorum none\nsigned A\nsigned A\n'],
    ['two types on a line', 'quorum none\nsigned A B\n'],
    ['a comment after something', `witness w1 ${W1} https://w1.test/ # comment\nquorum w1\n`],
    ['a log without key', 'log\nquorum none\n'],
    ['a log with something else', 'log garbage\nquorum none\n'],
    ['a log twice', `log ${LOG}\nlog ${LOG} https://log.test/\nquorum none\n`],
    ['a witness without key', 'witness w1\nquorum none\n'],
    ['a witness with a log’s key', `witness w1 ${LOG}\nquorum w1\n`],
    ['a log with a witness’s key', `log ${W1}\nquorum none\n`],
    ['a witness called none', `witness none ${W1}\nquorum none\n`],
    ['two witnesses of one name', `witness w1 ${W1}\nwitness w1 ${W2}\nquorum w1\n`],
    ['one key under two names', `witness w1 ${W1}\nwitness w2 ${asCosigner(W1, 'impostor')}\nquorum w1\n`],
    ['a group called like a witness', `witness w1 ${W1}\ngroup w1 any w1\nquorum w1\n`],
    ['a group called none', `witness w1 ${W1}\ngroup none any w1\nquorum none\n`],
    ['a group without members', `witness w1 ${W1}\ngroup g 1\nquorum w1\n`],
    ['a group of nobody', `witness w1 ${W1}\ngroup g all\nquorum w1\n`],
    ['none of a group', `witness w1 ${W1}\ngroup g 0 w1\nquorum g\n`],
    ['less than none of a group', `witness w1 ${W1}\ngroup g -1 w1\nquorum g\n`],
    ['more than all of a group', `witness w1 ${W1}\ngroup g 2 w1\nquorum g\n`],
    ['a threshold with a leading zero', `witness w1 ${W1}\ngroup g 01 w1\nquorum g\n`],
    ['an unknown member', `witness w1 ${W1}\ngroup g any w2\nquorum g\n`],
    ['a member defined later', `group g any w1\nwitness w1 ${W1}\nquorum g\n`],
    ['a group in itself', `witness w1 ${W1}\ngroup g any g w1\nquorum g\n`],
    ['none as a member', `witness w1 ${W1}\ngroup g any none w1\nquorum g\n`],
    ['a member twice', `witness w1 ${W1}\ngroup g all w1 w1\nquorum g\n`],
    [
      'a member of two groups',
      `witness w1 ${W1}\nwitness w2 ${W2}\ngroup g any w1 w2\ngroup h any w1\nquorum g\n`,
    ],
    ['no quorum', `witness w1 ${W1}\n`],
    ['nothing', ''],
    ['two quorums', `witness w1 ${W1}\nquorum w1\nquorum w1\n`],
    ['an unknown quorum', 'quorum unknown\n'],
    ['a quorum defined later', `quorum w1\nwitness w1 ${W1}\n`],
    ['an empty quorum', 'quorum\n'],
    ['a quorum of two', `witness w1 ${W1}\nwitness w2 ${W2}\nquorum w1 w2\n`],
    ['no end', 'quorum none'],
    ['a byte order mark', '\ufeffquorum none\n'],
    ['half a character', '# \ud800\nquorum none\n'],
    ['a space that is none', 'quorum\u00a0none\n'],
    ['capitals', 'Quorum none\n'],
    ['an unknown check', 'quorum none\nrequire everything\n'],
    ['a check that every object has', 'quorum none\nrequire toString\n'],
    ['a check twice', 'quorum none\nrequire inclusion\nrequire inclusion\n'],
    ['two checks in a line', 'quorum none\nrequire inclusion heads\n'],
    ['no check', 'quorum none\nrequire\n'],
    ['two freshnesses', 'quorum none\nfreshness 60\nfreshness 60\n'],
    ['two skews, the first of them 0', 'quorum none\nskew 0\nskew 60\n'],
    ['no seconds', 'quorum none\nskew\n'],
    ['half a second', 'quorum none\nskew 0.5\n'],
    ['a unit', 'quorum none\nfreshness 1 day\n'],
  ])('is refused with %s', (_case, text) => {
    expect(() => parsePolicy(text)).toThrow(Malformed);
  });

  it('is refused with the number of the line', () => {
    const wrong = POLICY.replace(W3, W3.slice(1));
    expect(() => parsePolicy(wrong)).toThrow('policy, line 7: verifier key');
  });

  it.each([
    ['an address of two words', { logs: [{ ...parseVerifierKey(LOG), url: 'two words' }] }],
    ['a line in an address', { logs: [{ ...parseVerifierKey(LOG), url: 'x\nrequire heads' }] }],
    ['a quorum that is not defined', { quorum: 'both' }],
    ['a negative skew', { skewSeconds: -1 }],
  ])('is not written with %s', (_case, change) => {
    expect(() => formatPolicy({ ...parsePolicy('quorum none\n'), ...change })).toThrow(Malformed);
  });
});
