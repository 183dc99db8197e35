import { seal, type JsonObject, type Position, type StoredEvent } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { redactionNotes } from './redacted';

const stored = (type: string, data: JsonObject): StoredEvent => ({
  ...seal('sha256', someHeader({ type }), data, () => 'salt'),
  position: '1' as Position,
});
const legalBasis = { statute: '中华人民共和国个人信息保护法', version: '2021年', article: '第四十七条' };
const redaction = (event: string, ...titles: readonly string[]) =>
  stored('PayloadRedacted', { event, titles, legalBasis });

const LAW = '依据：《中华人民共和国个人信息保护法》（2021年）第四十七条';

describe('what is said of what was taken away', () => {
  it('names the fields as users call them, and the basis', () => {
    expect(redactionNotes([redaction('a', '案由', '公开出处')]).get('a')).toBe(
      `【案由、公开出处已依法遮蔽，${LAW}】`,
    );
  });

  it('is all that was taken away of an event, in order', () => {
    const notes = redactionNotes([
      redaction('a', '案由'),
      redaction('b', '附件'),
      redaction('a', '公开出处'),
    ]);
    expect(notes.get('a')).toBe(`【案由已依法遮蔽，${LAW}】【公开出处已依法遮蔽，${LAW}】`);
    expect(notes.get('b')).toContain('附件');
  });

  it('is nothing of events of which nothing was', () => {
    expect(redactionNotes([stored('CaseRegistered', { titles: ['案由'] })]).size).toBe(0);
  });
});
