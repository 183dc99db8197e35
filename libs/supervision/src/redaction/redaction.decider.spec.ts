import type { Act, LawArticle, Party } from '@liuhen/kernel';
import { specify } from '@liuhen/kernel/testing';
import { guizhouFacts } from '../court-rules/testing/guizhou-facts';
import { registered, registration } from '../court-rules/testing/nanming-case';
import type { RedactionFacts } from './redacting-court';
import { redactionDecider, type RedactionCommand } from './redaction.decider';
import type { RedactedPayload, RedactionApprover, RedactionEvent } from './redaction.events';
import type { RedactionTarget } from './redaction-target';

const ID = '019a0000-0000-7000-8000-000000000007';
const CAUSE = 'c'.repeat(64);
const DOCUMENT = 'd'.repeat(64);

const target: RedactionTarget = {
  event: ID,
  rev: 0,
  type: 'CaseRegistered',
  secrecy: 'open',
  erasable: { cause: '案由', publishedAt: '公开出处' },
  shown: {
    cause: { digest: CAUSE, documents: [DOCUMENT], texts: ['张某诉李某离婚'] },
    stage: { digest: 'e'.repeat(64), documents: [], texts: ['firstInstance'] },
  },
};
const facts: RedactionFacts = { ...guizhouFacts(), erases: true, target, isUnderWay: false };
const given = specify(redactionDecider, facts);

const PEOPLE = {
  clerk: ['shen-bo', '黔0102.trial-management-officer', '黔0102', 'trialManagement'],
  judge: ['zhang-ming', '黔0102.handling-judge.civil-1', '黔0102', 'judge'],
  president: ['chen-lei', '黔0102.president', '黔0102', 'courtLeaders'],
  vicePresident: ['chu-yun', '黔0102.vice-president.civil', '黔0102', 'courtLeaders'],
  above: ['zhou-min', '黔01.president', '黔01', 'upperAndLowerCourts'],
  viceAbove: ['wu-tao', '黔01.vice-president.civil', '黔01', 'upperAndLowerCourts'],
  top: ['zhao-hong', '黔.president', '黔', 'upperAndLowerCourts'],
  judgeAbove: ['wang-ning', '黔01.handling-judge.civil-1', '黔01', 'upperAndLowerCourts'],
  elsewhere: ['dong-ping', '黔03.president', '黔03', 'upperAndLowerCourts'],
  keeper: ['ma-chao', '黔.information-officer', '黔', 'supportDepartment'],
} as const satisfies Record<string, readonly [string, string, string, Party]>;
type Name = keyof typeof PEOPLE;

/** At the beginning of 2087: the case of 2026 has been kept for sixty years. */
const AFTER_ARCHIVE = '2086-12-31T16:00:00.000Z';

function by(name: Name, at = AFTER_ARCHIVE): Partial<Act> {
  const [person, post, court, party] = PEOPLE[name];
  return { actor: { person, post, party, delegation: null }, court, at };
}

const approver = (name: Name, higherCourt: boolean): RedactionApprover => {
  const [person, post, court] = PEOPLE[name];
  return { person, post, court, higherCourt };
};

const law: LawArticle = {
  statute: '中华人民共和国个人信息保护法',
  version: '2021年',
  article: '第四十七条',
};
const proposing = {
  event: ID,
  fields: ['cause'],
  legalBasis: { statute: law.statute, article: law.article },
  reason: '当事人申请删除',
};
const propose = (change: Partial<typeof proposing> = {}): RedactionCommand => ({
  type: 'ProposeRedaction',
  data: { ...proposing, ...change },
});
const approve: RedactionCommand = { type: 'ApproveRedaction', data: { proposal: '1' } };
const decline: RedactionCommand = {
  type: 'DeclineRedaction',
  data: { proposal: '1', reason: '尚有需要' },
};

const decided = {
  type: 'DispositionRecorded',
  data: { disposition: 'upheld', printed: null, document: null, decidedOn: '2026-03-01', articles: [] },
} as const;
const data = {
  ...{ proposal: '1', event: ID, rev: 0, eventType: 'CaseRegistered' },
  ...{ fields: ['cause'], titles: ['案由'], legalBasis: law, reason: '当事人申请删除' },
};
const proposed = {
  type: 'RedactionProposed',
  data,
  header: { actor: { person: 'shen-bo', post: 'x', party: 'trialManagement', delegation: null } },
} as const;
const approved = (name: Name, higherCourt: boolean) =>
  ({ type: 'RedactionApproved', data: { proposal: '1', approver: approver(name, higherCourt) } }) as const;
const redacted = (...approvers: readonly RedactionApprover[]) => {
  const said: RedactedPayload = {
    ...data,
    ...{ digests: { cause: CAUSE }, documents: [DOCUMENT], approvers, restores: null },
  };
  return { type: 'PayloadRedacted', data: said } as const;
};

const RULES = ['legal-bases', 'archive-period'].map((clause) => ({ policy: 'redaction-黔-2024-01', clause }));
const onRecord = <Event extends RedactionEvent>({ type, data: said }: Event) => ({
  ...{ type, data: said, secrecy: 'open', basis: [law, ...RULES] },
});

const closed = given(registered, decided);

describe('a redaction is proposed', () => {
  it('for what is parties’ own, on an article that suffices, after the end of the archive’s term', () => {
    expect(closed.when(propose(), by('clerk')).decision).toEqual([onRecord(proposed)]);
  });

  it.each<[string, RedactionCommand, Partial<RedactionFacts>, string]>([
    ['where the engine cannot erase', propose(), { erases: false }, 'redaction-engine-cannot-erase'],
    ['of what is not there', propose(), { target: undefined }, 'redaction-event-not-found'],
    ['of what is the court’s own', propose({ fields: ['stage'] }), {}, 'redaction-field-not-erasable'],
    ['of one field too many', propose({ fields: ['cause', 'stage'] }), {}, 'redaction-field-not-erasable'],
    ['of what is gone', propose({ fields: ['publishedAt'] }), {}, 'redaction-field-withheld'],
    [
      'on an article that does not suffice',
      propose({ legalBasis: { ...law, article: '第一条' } }),
      {},
      'redaction-basis-insufficient',
    ],
    [
      'for a reason that tells it',
      propose({ reason: '张某诉李某离婚一案的当事人申请' }),
      {},
      'redaction-reason-tells',
    ],
    ['while something is under way', propose(), { isUnderWay: true }, 'redaction-under-way'],
  ])('never %s', (_, command, change, code) => {
    closed.when(command, by('clerk'), change).thenRefused(code);
  });

  it('never of a case that is not there', () => {
    given().when(propose(), by('clerk')).thenRefused('case-not-found');
  });

  it('never while the case is open', () => {
    given(registered).when(propose(), by('clerk')).thenRefused('redaction-case-open');
    const interim = { ...decided, data: { ...decided.data, disposition: 'advanceEnforcement' } } as const;
    given(registered, interim).when(propose(), by('clerk')).thenRefused('redaction-case-open');
  });

  it.each([
    ['2026-03-02T01:00:00.000Z', 'redaction-archive-period'],
    ['2086-12-31T15:59:59.999Z', 'redaction-archive-period'],
    [AFTER_ARCHIVE, undefined],
  ])('never before the year after the last of those for which the archive is kept: %s', (at, code) => {
    const { decision } = closed.when(propose(), by('clerk', at));
    expect('code' in decision ? decision.code : undefined).toBe(code);
  });

  it('never where nobody knows when the case ended', () => {
    const undated = { ...decided, data: { ...decided.data, decidedOn: null } };
    given(registered, undated).when(propose(), by('clerk')).thenRefused('redaction-end-unknown');
  });

  it('never twice at a time', () => {
    given(registered, decided, proposed)
      .when(propose(), by('clerk'))
      .thenRefused('redaction-already-proposed');
    const declined = { type: 'RedactionDeclined', data: { proposal: '1', reason: '尚有需要' } } as const;
    expect(
      given(registered, decided, proposed, declined).when(propose(), by('clerk')).decision,
    ).toMatchObject([{ type: 'RedactionProposed', data: { proposal: '2' } }]);
  });

  it('in the inner file of what is there', () => {
    const { decision } = closed.when(propose(), by('clerk'), { target: { ...target, secrecy: 'inner' } });
    expect(decision).toMatchObject([{ secrecy: 'inner' }]);
  });

  it('by the rules of the court’s own', () => {
    const elsewhere = { ...registration, court: { code: '浙01', name: null } };
    given({ type: 'CaseRegistered', data: elsewhere }, decided)
      .when(propose(), by('clerk'))
      .thenRefused('policy-missing', '依法遮蔽规则');
  });
});

describe('a proposal', () => {
  const open = given(registered, decided, proposed);

  it.each<[Name, boolean]>([
    ['president', false],
    ['above', true],
    ['top', true],
  ])('waits for another once %s has approved it', (name, higherCourt) => {
    expect(open.when(approve, by(name)).decision).toEqual([onRecord(approved(name, higherCourt))]);
  });

  it.each<[Name, boolean, Name, boolean]>([
    ['president', false, 'above', true],
    ['above', true, 'president', false],
    ['above', true, 'top', true],
    ['above', true, 'viceAbove', true],
  ])('is carried out once %s (above: %s) and %s (above: %s) have', (one, isAbove, other, isOtherAbove) => {
    const { decision } = given(registered, decided, proposed, approved(one, isAbove)).when(
      approve,
      by(other),
    );
    expect(decision).toEqual([onRecord(redacted(approver(one, isAbove), approver(other, isOtherAbove)))]);
  });

  it('is not carried out by two of one court', () => {
    given(registered, decided, proposed, approved('president', false))
      .when(approve, by('vicePresident'))
      .thenRefused('redaction-higher-court-missing');
  });

  it('is not approved twice by one person', () => {
    given(registered, decided, proposed, approved('above', true))
      .when(approve, by('above'))
      .thenRefused('redaction-approved-before');
  });

  it('is not approved by who proposed it', () => {
    const own = { ...proposed, header: { actor: { ...proposed.header.actor, person: 'zhou-min' } } };
    given(registered, decided, own).when(approve, by('above')).thenRefused('redaction-own-proposal');
  });

  it.each<Name>(['judge', 'clerk', 'judgeAbove', 'elsewhere', 'keeper'])('is not approved by %s', (name) => {
    open.when(approve, by(name)).thenRefused('redaction-by-leaders-only');
  });

  it.each<[string, Partial<RedactionFacts>, string]>([
    ['something is under way again', { isUnderWay: true }, 'redaction-under-way'],
    ['the field is gone', { target: { ...target, shown: {} } }, 'redaction-field-withheld'],
    ['its event may not be read', { target: undefined }, 'redaction-not-open'],
  ])('is not approved where by now %s', (_, change, code) => {
    open.when(approve, by('above'), change).thenRefused(code);
  });

  it('is not approved where the rules name its basis no more', () => {
    const outdated = { ...proposed, data: { ...data, legalBasis: { ...law, article: '第一条' } } };
    given(registered, decided, outdated)
      .when(approve, by('above'))
      .thenRefused('redaction-basis-insufficient');
  });

  it.each<Name>(['president', 'above', 'clerk'])('is declined by %s', (name) => {
    expect(open.when(decline, by(name)).decision).toMatchObject([
      { type: 'RedactionDeclined', data: decline.data },
    ]);
  });

  it.each<Name>(['judge', 'elsewhere'])('is not declined by %s', (name) => {
    open.when(decline, by(name)).thenRefused('redaction-by-leaders-only');
  });

  it.each<[string, RedactionEvent]>([
    ['declined', { type: 'RedactionDeclined', data: { proposal: '1', reason: '尚有需要' } }],
    ['carried out', redacted(approver('president', false), approver('above', true))],
  ])('is closed once it is %s', (_, event) => {
    const over = given(registered, decided, proposed, event);
    over.when(approve, by('top')).thenRefused('redaction-not-open');
    over.when(decline, by('top')).thenRefused('redaction-not-open');
  });

  it('that a restored log has lost changes nothing', () => {
    const state = given(registered, redacted()).state();
    expect(state.proposals.size).toBe(0);
  });
});
