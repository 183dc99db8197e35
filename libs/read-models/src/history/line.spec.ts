import { seal, type EventHeader, type JsonObject, type Position, type StoredEvent } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { acts } from '@liuhen/supervision';
import { tellerOf } from './line';

const tell = tellerOf(acts, {
  personName: (person) => ({ zhang: '张明' })[person] ?? person,
  postTitle: (post) => ({ chief: '民事审判第一庭庭长', feed: '贵州法院案件系统' })[post] ?? post,
  courtName: () => '贵阳市中级人民法院',
  policyTitle: (version) => ({ 'r-2024-01': '案件阅核规则' })[version],
});
const event = (header: Partial<EventHeader>, data: JsonObject): StoredEvent => ({
  ...seal('sha256', someHeader({ type: 'CaseLinked', ...header }), data, () => 'salt'),
  position: '1' as Position,
});
const link = { origin: '（2025）黔0102民初1号', kind: 'appeal' };
const chief = { person: 'zhang', post: 'chief', party: 'courtLeaders', delegation: null } as const;

describe('the line of an event', () => {
  it('says when, who in which post and party, what, on which basis, and when it was recorded', () => {
    const basis = [{ statute: '中华人民共和国民事诉讼法', version: '2023年修正', article: '第一百七十七条' }];
    const times = { occurredAt: '2026-03-01', recordedAt: '2026-03-02T01:30:00.000Z' };
    expect(tell(event({ actor: chief, basis, ...times }, link))).toBe(
      '2026-03-01 贵阳市中级人民法院民事审判第一庭庭长张明（院庭长）登记来源：由（2025）黔0102民初1号而来（上诉、抗诉）' +
        '。依据：《中华人民共和国民事诉讼法》（2023年修正）第一百七十七条（2026-03-02 09:30记录）',
    );
  });

  it('names people, and the rule of a court by its title', () => {
    const basis = [{ policy: 'r-2024-01', clause: 'scope-2' }];
    const formation = {
      panel: ['zhang'],
      handlingJudge: 'zhang',
      soleJudge: false,
      presidingJudge: null,
      reason: null,
    };
    const line = tell(event({ type: 'PanelFormed', actor: chief, basis }, formation));
    expect(line).toContain('组成合议庭：张明，承办法官：张明。依据：《案件阅核规则》（r-2024-01）scope-2');
  });

  it('says of an import what happened first, and who brought it in last', () => {
    const actor = { person: 'case-system', post: 'feed', party: 'system', delegation: null } as const;
    expect(tell(event({ actor, source: 'imported', occurredAt: null }, link))).toBe(
      '时间不明 登记来源：由（2025）黔0102民初1号而来（上诉、抗诉）（贵州法院案件系统（系统）导入，2026-03-01 09:00记录）',
    );
  });

  it('names an entry made afterwards as 补录', () => {
    expect(tell(event({ actor: chief, source: 'offline' }, link))).toContain('补录，2026-03-01 09:00记录');
  });

  it('names the type of an event that no act here knows', () => {
    expect(tell(event({ type: 'SomethingNew' }, {}))).toContain('记录了SomethingNew');
  });
});
