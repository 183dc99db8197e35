import { SECRECIES, seal, type EventHeader, type Position, type StoredEvent } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { isWithheld, withheldView, withoutTime } from './withheld';

const event = (header: Partial<EventHeader>): StoredEvent => ({
  ...seal('sha256', someHeader(header), { reason: '不同意见' }, () => 'salt'),
  position: '1' as Position,
});
const LATER = event({
  stream: 'case-甲号',
  rev: 7,
  type: 'ReconsiderationAdvised',
  secrecy: 'inner',
  source: 'offline',
  occurredAt: '2026-02-01',
  recordedAt: '2026-03-01T01:00:00.000Z',
  actor: {
    person: 'wei-hua',
    post: '黔0102.division-chief.civil-1',
    party: 'courtLeaders',
    delegation: null,
  },
  basis: [{ policy: '阅核规则', clause: '第四条' }],
});

describe('what is kept from a reader', () => {
  it.each([
    ['open', false, false],
    ['inner', false, true],
    ['isolated', false, true],
    ['open', true, false],
    ['inner', true, false],
    ['isolated', true, true],
  ] as const)('of an event that is %s, the inner file %s: %s', (secrecy, mayReadInnerFile, expected) => {
    expect(isWithheld({ secrecy }, mayReadInnerFile)).toBe(expected);
    expect(Object.keys(SECRECIES)).toContain(secrecy);
  });

  it('leaves its place in the case, when it was recorded and its hash', () => {
    const { recordedAt, rev, leaf, caseId, line, masked, ...rest } = withheldView(LATER, false);
    expect({ recordedAt, rev, leaf, caseId, line, masked }).toEqual({
      caseId: '甲号',
      rev: 7,
      recordedAt: '2026-03-01T01:00:00.000Z',
      leaf: LATER.leafHash,
      line: '副卷记录，内容不公开',
      masked: [],
    });
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
  });

  it('says to whoever may know it how to come to know it', () => {
    expect(withheldView(LATER, true)).toEqual(
      Object.assign(withheldView(LATER, false), { line: '副卷记录，再次验证身份之后可以查阅' }),
    );
  });

  it('of a matter leaves its place there, and says that it is the issuing side’s', () => {
    const { caseId, matter, line } = withheldView(event({ ...LATER.header, stream: 'matter-1' }), false);
    expect({ caseId, matter, line }).toEqual({
      caseId: null,
      matter: '1',
      line: '发起一方的内部记录，内容不公开',
    });
  });

  it('is the same of an isolated event', () => {
    const isolated = event({ ...LATER.header, secrecy: 'isolated' });
    expect(withheldView(isolated, false)).toEqual(
      Object.assign(withheldView(LATER, false), { leaf: isolated.leafHash }),
    );
  });

  it('is the time at which it happened, also where only its place among others shows', () => {
    const { header, leafHash, position } = withoutTime(LATER);
    expect(header).toMatchObject({ occurredAt: '2026-03-01T01:00:00.000Z', rev: 7, secrecy: 'inner' });
    expect([leafHash, position]).toEqual([LATER.leafHash, LATER.position]);
  });
});
