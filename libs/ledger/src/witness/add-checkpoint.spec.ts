import { toBase64 } from '../bytes';
import { Malformed } from '../malformed';
import { formatAddCheckpoint, parseAddCheckpoint } from './add-checkpoint';

// C2SP tlog-witness, the example.
const BODY = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`;
const NOTE = BODY.slice(BODY.indexOf('example.com'));

const hashes = (count: number): string => `${toBase64(new Uint8Array(32))}\n`.repeat(count);

describe('the body of add-checkpoint', () => {
  it('is the old size, the proof and the signed checkpoint', () => {
    const { oldSize, proof, note } = parseAddCheckpoint(BODY);
    expect([oldSize, proof.length, note.signatures.length]).toEqual([20_852_014, 4, 2]);
    expect(formatAddCheckpoint({ oldSize, proof, note })).toBe(BODY);
  });

  it.each([0, 63])('has %p hashes', (count) => {
    const body = `old 0\n${hashes(count)}\n${NOTE}`;
    expect(formatAddCheckpoint(parseAddCheckpoint(body))).toBe(body);
  });

  it.each([
    ['nothing', ''],
    ['no old size', BODY.slice(BODY.indexOf('\n') + 1)],
    ['an old size that is none', BODY.replace('20852014', '-1')],
    ['a leading zero', BODY.replace('old 20852014', 'old 020852014')],
    ['another word', BODY.replace('old', 'new')],
    ['two spaces', BODY.replace('old ', 'old  ')],
    ['a hash of 33 bytes', BODY.replace('kaw=', 'kawA')],
    ['a hash with stray bits', BODY.replace('kaw=', 'kax=')],
    ['64 hashes', `old 0\n${hashes(64)}\n${NOTE}`],
    ['no empty line', BODY.replace('\n\nexample', '\nexample')],
    ['an unsigned checkpoint', BODY.slice(0, BODY.indexOf('—'))],
    ['carriage returns', BODY.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${BODY}`],
    ['a newline after it', `${BODY}\n`],
  ])('is refused with %s', (_case, body) => {
    expect(() => parseAddCheckpoint(body)).toThrow(Malformed);
  });
});
