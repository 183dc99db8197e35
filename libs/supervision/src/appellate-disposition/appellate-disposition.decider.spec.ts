import { isRefusal, type Decision } from '@liuhen/kernel';
import { specify } from '@liuhen/kernel/testing';
import type { Ancestor } from '../case-file/ancestors';
import type { CaseStage, CaseType } from '../case/case-vocabulary';
import type { CaseEvent, CaseRegistration } from '../case/case.events';
import {
  appellateDispositionDecider,
  type AppellateDispositionCommand,
  type AppellateDispositionFacts,
} from './appellate-disposition.decider';
import {
  PROCEDURES_BEFORE_SIGNING,
  type AppellateDispositionEvent,
  type AssessedDisposition,
} from './appellate-disposition.events';
import { assessInFamily, type GivenDisposition } from './assess-in-family';
import type { DispositionPart } from './rules';

const facts: AppellateDispositionFacts = { ancestors: [] };
const given = specify(appellateDispositionDecider, facts);
const system = { person: 'case-system', post: 'p', party: 'system', delegation: null } as const;

const registration = (court: string, stage: CaseStage, caseType: CaseType = 'civil'): CaseRegistration => ({
  caseNumber: null,
  printedNumber: null,
  court: { code: court, name: null },
  caseType,
  stage,
  cause: null,
  filedOn: null,
  handlingJudge: null,
  panel: [],
  soleJudge: null,
  trialForm: null,
  publishedAt: null,
});
const registered = (court: string, stage: CaseStage, caseType?: CaseType) =>
  ({ type: 'CaseRegistered', data: registration(court, stage, caseType) }) as const;
const linked = (origin: string) => ({ type: 'CaseLinked', data: { origin, kind: 'appeal' } }) as const;

const disposition = (
  part: Partial<DispositionPart>,
  changes: Partial<GivenDisposition> = {},
): GivenDisposition => ({
  stage: null,
  decidedOn: '2026-02-01',
  document: '裁定书',
  appealAgainst: 'judgment',
  reasons: '原判决认定的借款本金缺乏证据，须重新举证质证',
  ...changes,
  parts: [{ outcome: 'remand', grounds: ['civil-basic-facts-unclear'], ...part }],
});
const onFacts: Partial<DispositionPart> = {
  unclearFacts: ['借款本金的数额'],
  findableHere: false,
  whyNotFindable: '须对账目重新司法鉴定，当事人均要求在一审进行',
};
const draft = (data: GivenDisposition): AppellateDispositionCommand => ({
  type: 'DraftAppellateDisposition',
  data,
});
const record = (data: GivenDisposition): AppellateDispositionCommand => ({
  type: 'RecordAppellateDisposition',
  data: { disposition: data, status: 'signed' },
});

type FamilyEvent = AppellateDispositionEvent | CaseEvent;
const firstTrial: Ancestor<AppellateDispositionEvent> = {
  caseId: '一审',
  events: [registered('黔0102', 'firstInstance')],
};

/** A family in which the case was already sent back once, on facts. */
function remandedBefore(): readonly Ancestor<AppellateDispositionEvent>[] {
  const appeal = { registration: registration('黔01', 'secondInstance'), links: [linked('一审').data] };
  const remand: FamilyEvent = {
    type: 'AppellateDispositionRecorded',
    data: {
      ...assessInFamily(disposition(onFacts, { decidedOn: '2025-03-01' }), appeal, [firstTrial]),
      status: 'served',
    },
  };
  return [
    { caseId: '重审一审', events: [registered('黔0102', 'newTrialFirstInstance'), linked('二审')] },
    {
      caseId: '二审',
      events: [{ type: 'CaseRegistered', data: appeal.registration }, linked('一审'), remand],
    },
    firstTrial,
  ];
}

const appealCase = [registered('黔01', 'secondInstance'), linked('一审')];
const secondAppeal = [registered('黔01', 'secondInstance'), linked('重审一审')];

function assessed(decision: Decision<FamilyEvent>): AssessedDisposition {
  const [first] = isRefusal(decision) ? [] : decision;
  if (first?.type !== 'AppellateDispositionRecorded' && first?.type !== 'AppellateDispositionDrafted')
    throw new Error(`no disposition: ${JSON.stringify(decision)}`);
  return first.data;
}

describe('a draft of 发改指', () => {
  it('passes where the ground allows the outcome and the record shows what it must', () => {
    const { decision } = given(...appealCase).when(
      draft(disposition(onFacts)),
      {},
      { ancestors: [firstTrial] },
    );
    expect(decision).toMatchObject([
      { type: 'AppellateDispositionDrafted', data: { assessment: { finding: 'justified' } } },
    ]);
  });

  it('is judged by the law of the day on which it is drafted', () => {
    const data = disposition(onFacts, { decidedOn: '2001-01-01' });
    const { decision } = given(...appealCase).when(draft(data), {}, { ancestors: [firstTrial] });
    expect(assessed(decision).disposition.decidedOn).toBe('2026-03-01');
  });

  it('is refused where wrong facts call for a change, not a remand', () => {
    const data = disposition({ ...onFacts, grounds: ['civil-facts-wrong'] });
    const { decision } = given(...appealCase).when(draft(data), {}, { ancestors: [firstTrial] });
    expect(isRefusal(decision) && decision.law[0]?.article).toContain('第一百七十七条');
  });

  it('is refused for all that stands in its way at once', () => {
    const bare = disposition({}, { reasons: undefined });
    const { decision } = given(...appealCase).when(draft(bare), {}, { ancestors: [firstTrial] });
    expect(isRefusal(decision) && [decision, ...decision.also].map(({ code }) => code)).toEqual([
      'unclear-facts-listed',
      'avoidable-remand',
      'remand-reasons-stated',
    ]);
  });

  it('of a second civil remand is refused, whatever the ground', () => {
    const { decision } = given(...secondAppeal).when(
      draft(disposition(onFacts)),
      {},
      { ancestors: remandedBefore() },
    );
    expect(decision).toMatchObject({
      code: 'second-remand-civil',
      law: [{ statute: '中华人民共和国民事诉讼法', version: '2023年修正', article: '第一百七十七条第二款' }],
    });
  });

  it('of an avoidable remand with written reasons goes to procedure, not to a leader’s approval', () => {
    const data = disposition({ ...onFacts, findableHere: true, whyRemandedAnyway: '当事人坚持要求两级审理' });
    const { decision } = given(...appealCase).when(draft(data), {}, { ancestors: [firstTrial] });
    expect(decision).toMatchObject([
      { type: 'AppellateDispositionDrafted' },
      {
        type: 'AppellateDispositionSentToProcedure',
        data: { procedures: ['reconsideration', 'professionalJudgesMeeting', 'adjudicationCommittee'] },
      },
    ]);
    expect(Object.values(PROCEDURES_BEFORE_SIGNING).join()).not.toMatch(/批准|审批|同意|签发/);
  });

  it('is refused for a case that does not exist', () => {
    given()
      .when(draft(disposition(onFacts)))
      .thenRefused('case-not-found');
  });
});

describe('a signed, served or imported decision', () => {
  it('is recorded and flagged with the code that refuses the draft', () => {
    const remanded = { ancestors: remandedBefore() };
    const refused = given(...secondAppeal).when(draft(disposition(onFacts)), {}, remanded).decision;
    const recorded = given(...secondAppeal).when(record(disposition(onFacts)), {}, remanded).decision;
    const { assessment } = assessed(recorded);
    expect(assessment.finding).toBe('contrary');
    expect(
      assessment.findings.filter(({ finding }) => finding === 'contrary').map(({ code }) => code),
    ).toContain(isRefusal(refused) ? refused.code : undefined);
    expect(recorded).toMatchObject([{ type: 'AppellateDispositionRecorded', occurredAt: '2026-02-01' }]);
  });

  it('rests on the articles that carry it', () => {
    const { decision } = given(...appealCase).when(
      record(disposition(onFacts)),
      {},
      { ancestors: [firstTrial] },
    );
    expect(decision).toHaveProperty('0.basis.0.statute', '中华人民共和国民事诉讼法');
  });

  it('needs its date, unless imported', () => {
    const undated = disposition(onFacts, { decidedOn: null });
    given(...appealCase)
      .when(record(undated))
      .thenRefused('decision-date-required');
    expect(
      assessed(given(...appealCase).when(record(undated), { source: 'imported', actor: system }).decision),
    ).toMatchObject({
      assessment: { finding: 'notAssessable' },
    });
  });

  it('is not dated in the future', () => {
    given(...appealCase)
      .when(record(disposition(onFacts, { decidedOn: '2026-03-02' })))
      .thenRefused('decision-date-in-future');
  });

  it('is imported by the case system only', () => {
    given(...appealCase)
      .when(record(disposition(onFacts)), { source: 'imported' })
      .thenRefused('import-not-permitted');
  });

  it('is never lawful or unlawful while a case of the family is missing', () => {
    const { decision } = given(...appealCase).when(
      record(disposition(onFacts)),
      {},
      { ancestors: [{ caseId: '一审', events: [] }] },
    );
    expect(assessed(decision).assessment.finding).toBe('notAssessable');
  });

  it('in a kind of case without rules is recorded as not assessable', () => {
    const compensation = [registered('黔', 'compensation', 'compensation')];
    const { decision } = given(...compensation).when(
      record(disposition({ outcome: 'substitutedJudgment', grounds: [] })),
    );
    expect(assessed(decision)).toMatchObject({
      disposition: { procedure: 'other', stage: null },
      assessment: { finding: 'notAssessable', findings: [{ code: 'procedure-not-covered' }] },
    });
  });
});

describe('the procedure of a retrial', () => {
  const stageOf = (court: string, ...ancestors: readonly Ancestor<AppellateDispositionEvent>[]) => {
    const retrial = { registration: registration(court, 'retrial'), links: [] };
    return assessInFamily(disposition({}), retrial, ancestors).disposition.stage;
  };
  const appeal: Ancestor<AppellateDispositionEvent> = {
    caseId: '二审',
    events: [registered('黔01', 'secondInstance')],
  };

  it('is that of the instance it retries', () => {
    expect(stageOf('黔0102', firstTrial)).toBe('retrialByFirstInstance');
    expect(stageOf('黔01', appeal, firstTrial)).toBe('retrialBySecondInstance');
  });

  it('is that of the second instance where an upper court has taken it up', () => {
    expect(stageOf('黔01', firstTrial)).toBe('retrialBySecondInstance');
  });

  it('is unknown without the case that it retries', () => {
    expect(stageOf('黔01')).toBeNull();
  });
});
