import { toBase64 } from '../bytes';
import { Malformed } from '../malformed';
import { parseNote } from '../note/note';
import { formatTlogProof, parseTlogProof } from './tlog-proof';

// The example of C2SP tlog-checkpoint, and the proof of the example of C2SP tlog-proof.
const NOTE = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;
const HEAD = `c2sp.org/tlog-proof@v1
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=
`;
const PROOF = `${HEAD}\n${NOTE}`;

const hashes = (count: number): string => `${toBase64(new Uint8Array(32))}\n`.repeat(count);

describe('a proof of inclusion', () => {
  it('is the place of the leaf, the path and the signed checkpoint', () => {
    const { index, proof, checkpoint } = parseTlogProof(PROOF);
    expect([index, proof.map(toBase64).join('\n')]).toEqual([
      73_894,
      HEAD.split('\n').slice(2, -1).join('\n'),
    ]);
    expect(checkpoint).toEqual(parseNote(NOTE));
    expect(formatTlogProof({ index, proof, checkpoint })).toBe(PROOF);
  });

  it.each([0, 63])('has a path of %p hashes', (count) => {
    const text = `c2sp.org/tlog-proof@v1\nindex 0\n${hashes(count)}\n${NOTE}`;
    expect(parseTlogProof(text).proof).toHaveLength(count);
    expect(formatTlogProof(parseTlogProof(text))).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['no first line', PROOF.slice(PROOF.indexOf('\n') + 1)],
    ['another version', PROOF.replace('@v1', '@v2')],
    ['a first line that goes on', PROOF.replace('@v1', '@v1 ')],
    ['data that nobody answers for', PROOF.replace('index', 'extra AAAA\nindex')],
    ['no index', PROOF.replace('index 73894\n', '')],
    ['an index that is no number', PROOF.replace('73894', 'x')],
    ['a negative index', PROOF.replace('73894', '-5')],
    ['a leading zero', PROOF.replace('73894', '073894')],
    ['an index twice', PROOF.replace('index 73894\n', 'index 73894\nindex 73894\n')],
    ['capitals', PROOF.replace('index', 'Index')],
    ['a hash of 31 bytes', PROOF.replace(/gSKy.*\n/, `${toBase64(new Uint8Array(31))}\n`)],
    ['a hash with stray bits', PROOF.replace('PlQ=', 'PlR=')],
    ['a space after a hash', PROOF.replace('PlQ=', 'PlQ= ')],
    ['64 hashes', `c2sp.org/tlog-proof@v1\nindex 0\n${hashes(64)}\n${NOTE}`],
    ['no empty line', PROOF.replace('\n\nexample', '\nexample')],
    ['two empty lines', PROOF.replace('\n\nexample', '\n\n\nexample')],
    ['an unsigned checkpoint', `${HEAD}\n${NOTE.slice(0, NOTE.indexOf('—'))}`],
    ['a note that is no checkpoint', PROOF.replace('20852163', 'many')],
    ['carriage returns', PROOF.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${PROOF}`],
    ['something after it', `${PROOF}x`],
    ['a newline after it', `${PROOF}\n`],
  ])('is refused with %s', (_case, text) => {
    expect(() => parseTlogProof(text)).toThrow(Malformed);
  });
});
