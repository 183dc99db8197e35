import { isRefusal } from '@liuhen/kernel';
import { specify } from '@liuhen/kernel/testing';
import { guizhouFacts } from '../court-rules/testing/guizhou-facts';
import {
  by,
  document,
  holder,
  panelFormed,
  registered,
  registration,
  terms,
} from '../court-rules/testing/nanming-case';
import type { Speech } from '../law/discussion';
import {
  adjudicationCommitteeDecider,
  type AdjudicationCommitteeCommand,
} from './adjudication-committee.decider';
import type { DecidedMatter, ReferralDecision } from './adjudication-committee.events';
import type { GivenSitting } from './convene';
import type { HeededEvent } from './heeded-events';
import { applied, discussed, MEMBERS, say, seat, sitting, submitted } from './testing/sitting';

const given = specify(adjudicationCommitteeDecider, guizhouFacts());
const formed = [registered, panelFormed] as const;

const requested = (mandatory: boolean, duty = 'committeeReferral/1/3') =>
  ({
    type: 'CommitteeRequested',
    data: {
      review: '1',
      by: 'reviewer',
      duty: null,
      mandatory,
      reasons: '有不同意见',
      charge: { ...terms('committeeReferral', '', holder('chen-lei')), duty },
    },
  }) as const satisfies HeededEvent;

const dataOf = (decision: unknown): object => {
  if (isRefusal(decision)) throw decision;
  return (decision as readonly { data: object }[])[0]?.data ?? {};
};

const apply = (
  data: Partial<Extract<AdjudicationCommitteeCommand, { type: 'ApplyToCommittee' }>['data']> = {},
) => ({ type: 'ApplyToCommittee', data: { features: [], reasons: '疑难、复杂', ...data } }) as const;
const refer = (decision: ReferralDecision, duty = 'committeeReferral/application-1/1') =>
  ({ type: 'DecideReferral', data: { duty, decision, reasons: '理由' } }) as const;
const convene = (changes: Partial<GivenSitting> = {}) =>
  ({ type: 'ConveneCommittee', data: sitting(changes) }) as const;
const decide = (speeches: readonly Speech[], reasons = '理由') =>
  ({ type: 'DecideMatter', data: { committee: '1', speeches, reasons, minutes: document } }) as const;

describe('applying outside a review', () => {
  it('is the presiding judge’s and charges the president', () => {
    const { decision } = given(...formed).when(apply({ features: ['fourType'] }), by('he-qian'));
    expect(decision).toMatchObject([{ secrecy: 'inner' }]);
    expect(dataOf(decision)).toMatchObject({
      application: '1',
      mandatory: false,
      charge: {
        duty: 'committeeReferral/application-1/1',
        holder: { post: '黔0102.president', person: null },
      },
    });
    given(...formed)
      .when(apply(), by('zhang-ming'))
      .thenRefused('committee-applicant', '审判长');
  });

  it('says when the law demands it, with the article', () => {
    const { decision } = given(...formed).when(
      apply({ features: ['effectiveJudgmentWrong'] }),
      by('he-qian'),
    );
    expect(dataOf(decision)).toMatchObject({
      mandatory: true,
      charge: { kind: 'mandatoryCommitteeReferral' },
      law: [{ article: '第二百零九条第一款' }, { article: '第三十七条第一款第（三）项' }],
    });
  });

  it('is refused while the president has not decided', () => {
    given(...formed, applied())
      .when(apply(), by('he-qian'))
      .thenRefused('committee-already-applied');
  });
});

describe('the president’s decision on a referral', () => {
  it('to submit charges him with a decision of the committee', () => {
    const { decision } = given(...formed, applied()).when(refer('submit'), by('chen-lei'));
    expect(dataOf(decision)).toMatchObject({
      committee: '1',
      charge: { kind: 'committeeDecision', duty: 'committeeDecision/1/1', due: '2026-03-23' },
    });
  });

  it('is nobody else’s', () => {
    given(...formed, applied())
      .when(refer('submit'), by('chu-yun'))
      .thenRefused('committee-president-decides');
    given(...formed, applied())
      .when(refer('submit', 'committeeReferral/9/9'), by('chen-lei'))
      .thenRefused('committee-not-referred');
  });

  it('is not his where he tries the case, but a vice president’s', () => {
    const panel = ['zhang-ming', 'he-qian', 'chen-lei'];
    const withHim = { ...panelFormed, data: { ...panelFormed.data, panel, presidingJudge: 'chen-lei' } };
    const trying = given(registered, withHim, applied());
    trying.when(refer('submit'), by('chen-lei')).thenRefused('committee-tried-the-case');
    expect(isRefusal(trying.when(refer('submit'), by('chu-yun')).decision)).toBe(false);
  });

  it('outside a review may leave the case with the panel', () => {
    const { decision } = given(...formed, applied()).when(refer('decline'), by('chen-lei'));
    expect(dataOf(decision)).toMatchObject({ committee: null, charge: null });
  });

  it('within a review sends a document that he declines to signature', () => {
    const { decision } = given(...formed, requested(false)).when(
      refer('decline', 'committeeReferral/1/3'),
      by('chen-lei'),
    );
    expect(dataOf(decision)).toMatchObject({
      review: '1',
      charge: { kind: 'signature', holder: { person: 'zhang-ming' } },
    });
  });

  it('cannot decline what must go to the committee, and names the article', () => {
    const mandatory = applied({
      mandatory: true,
      law: [{ statute: '某法', version: '某年', article: '某条' }],
    });
    const { decision } = given(...formed, mandatory).when(refer('decline'), by('chen-lei'));
    expect(decision).toMatchObject({ code: 'committee-mandatory', law: [{ article: '某条' }] });
    const review = given(...formed, requested(true)).when(
      refer('decline', 'committeeReferral/1/3'),
      by('chen-lei'),
    );
    expect(review.decision).toMatchObject({
      code: 'committee-mandatory',
      law: [{ article: '第二百一十六条第二款' }],
    });
  });

  it('advises the panel once to reconsider', () => {
    const advise = refer('adviseReconsideration', 'committeeReferral/1/3');
    const { decision } = given(...formed, requested(false)).when(advise, by('chen-lei'));
    expect(dataOf(decision)).toMatchObject({
      charge: { kind: 'panelReconsideration', duty: 'panelReconsideration/1/after-referral-3' },
    });
    const advised = submitted({
      decision: 'adviseReconsideration',
      review: '1',
      application: null,
      committee: null,
    });
    given(...formed, requested(false), advised, requested(false, 'committeeReferral/1/5'))
      .when(refer('adviseReconsideration', 'committeeReferral/1/5'), by('chen-lei'))
      .thenRefused('committee-reconsideration-advised-before');
  });
});

describe('a panel that reconsiders its application', () => {
  const duty = 'panelReconsideration/application-1/after-referral-1';
  const advised = submitted({
    decision: 'adviseReconsideration',
    committee: null,
    charge: { ...terms('panelReconsideration', '', holder('zhang-ming')), duty },
  });
  const reconsider = (outcome: 'maintained' | 'changed', signedBy: readonly string[] = registration.panel) =>
    ({
      type: 'ReconsiderApplication',
      data: { application: '1', outcome, response: '复议情况', deliberation: document, signedBy },
    }) as const;
  const asked = given(...formed, applied(), advised);

  it('and keeps its view has the president decide again', () => {
    expect(dataOf(asked.when(reconsider('maintained'), by('zhang-ming')).decision)).toMatchObject({
      duty,
      charge: { duty: 'committeeReferral/application-1/2', holder: { post: '黔0102.president' } },
    });
  });

  it('and changes it needs no committee', () => {
    expect(dataOf(asked.when(reconsider('changed'), by('zhang-ming')).decision)).toMatchObject({
      charge: null,
    });
  });

  it('does so with all of its signatures', () => {
    asked
      .when(reconsider('changed', ['zhang-ming']), by('zhang-ming'))
      .thenRefused('committee-deliberation-not-signed');
    asked.when(reconsider('changed'), by('chen-lei')).thenRefused('committee-not-panel');
  });
});

describe('convening the committee', () => {
  const open = given(...formed, applied(), submitted());

  it('takes its members from the posts of the court', () => {
    const { decision } = open.when(convene({ procurator: 'chief' }), by('chen-lei'));
    const { composition } = dataOf(decision) as { composition: readonly string[] };
    expect([...composition].sort()).toEqual([...MEMBERS].sort());
    expect(dataOf(decision)).toMatchObject({ procurator: 'chief', deviation: null, review: null });
  });

  const four = MEMBERS.slice(3);
  it.each<[string, Partial<GivenSitting>]>([
    ['committee-quorum', { attending: four.slice(1).map(seat) }],
    ['committee-chair', { chair: 'yan-song' }],
    ['committee-chair', { chair: 'chen-lei', attending: MEMBERS.slice(0, 6).map(seat) }],
    ['committee-not-odd', { composition: MEMBERS.slice(1), deviation: '委员空缺' }],
    ['committee-composition-not-committee', { composition: MEMBERS.slice(2) }],
    [
      'committee-member-elsewhere',
      { composition: [...MEMBERS.slice(2), 'zhou-min', 'wu-tao'], deviation: '调整' },
    ],
    ['committee-member-repeated', { composition: [...MEMBERS.slice(0, 6), 'fang-jin'], deviation: '调整' }],
    ['committee-attendee-not-member', { attending: [...four, 'wei-hua'].map(seat) }],
    ['committee-attendee-recused', { recused: [{ person: 'tao-ran', reason: '近亲属' }] }],
    ['committee-professional-level', { sitting: 'civilAdministrative', composition: four }],
    ['committee-composition-unknown', { sitting: 'criminal' }],
    ['committee-matter-not-open', { committee: '2' }],
    ['committee-date-past', { heldOn: '2026-03-01' }],
  ])('is refused: %s', (code, changes) => {
    open.when(convene(changes), by('chen-lei')).thenRefused(code);
  });

  it('needs more than half of all members, and no more', () => {
    expect(isRefusal(open.when(convene({ attending: four.map(seat) }), by('chen-lei')).decision)).toBe(false);
  });

  it('may deviate from the posts for a reason', () => {
    const changes = {
      composition: MEMBERS.slice(2),
      attending: four.map(seat),
      deviation: '委员名单尚未登记',
    };
    expect(isRefusal(open.when(convene(changes), by('chen-lei')).decision)).toBe(false);
  });

  it('lets a vice president whom the president charges preside, and alone where the president is recused', () => {
    const others = MEMBERS.slice(0, 6).map(seat);
    expect(isRefusal(open.when(convene({ chair: 'chu-yun' }), by('chen-lei')).decision)).toBe(false);
    open.when(convene({ chair: 'chu-yun' }), by('chu-yun')).thenRefused('committee-convener');
    const recused = {
      type: 'ReviewerRecused',
      data: { review: '1', duty: 'review/1/1', person: 'chen-lei', level: 'president', reasons: '近亲属' },
    } as unknown as HeededEvent;
    const without = given(...formed, applied(), submitted(), recused);
    without
      .when(convene({ chair: 'chu-yun', attending: others }), by('chen-lei'))
      .thenRefused('committee-convener');
    expect(
      isRefusal(without.when(convene({ chair: 'chu-yun', attending: others }), by('chu-yun')).decision),
    ).toBe(false);
  });
});

describe('deciding', () => {
  const convened = {
    type: 'CommitteeConvened',
    data: { ...sitting(), composition: MEMBERS, review: null },
  } as const;
  const open = given(...formed, applied(), submitted(), convened);
  const all = (view: string | null) => Object.fromEntries(MEMBERS.map((member) => [member, view]));

  it('for the panel’s view charges the judge with a document that states it', () => {
    const { decision } = open.when(decide(discussed(all(null))), by('chen-lei'));
    expect(dataOf(decision)).toMatchObject({
      decision: 'supportsPanel',
      resolution: null,
      duty: 'committeeDecision/1/1',
      charge: { kind: 'conformingDocument', holder: { person: 'zhang-ming' }, due: '2026-03-09' },
      supersedes: null,
    });
  });

  it('for another view records what was decided and who was of another mind', () => {
    const views = { ...all('合同无效'), 'fang-jin': null, 'yan-song': '合同可撤销', 'chen-lei': null };
    const data = dataOf(open.when(decide(discussed(views)), by('chen-lei')).decision) as DecidedMatter;
    expect(data).toMatchObject({ decision: 'changesPanelView', resolution: '合同无效' });
    expect(data.votes.filter(({ minority }) => minority).map(({ member }) => member)).toEqual([
      'fang-jin',
      'yan-song',
      'chen-lei',
    ]);
  });

  it('needs more than half of all members, not of those present', () => {
    const views = { 'yan-song': null, 'tao-ran': null, 'chu-yun': null, 'chen-lei': '合同无效' };
    expect(dataOf(open.when(decide(discussed(views), ''), by('chen-lei')).decision)).toMatchObject({
      decision: 'noMajority',
      charge: { kind: 'committeeDecision', duty: 'committeeDecision/1/2' },
    });
  });

  it.each<[string, readonly Speech[]]>([
    ['committee-quorum', discussed({ 'tao-ran': null, 'chu-yun': null, 'chen-lei': null })],
    ['committee-no-report', discussed(all(null)).slice(1)],
    ['committee-chair-speaks-last', discussed(all(null)).filter(({ speaker }) => speaker !== 'chen-lei')],
    [
      'committee-speaker-not-entitled',
      [say('zhang-ming', 'report'), say('procurator', 'comment'), ...discussed(all(null)).slice(1)],
    ],
  ])('is refused: %s', (code, speeches) => {
    open.when(decide(speeches), by('chen-lei')).thenRefused(code);
  });

  it('gives reasons, is the chair’s to record, and takes place at a sitting', () => {
    open.when(decide(discussed(all(null)), ' '), by('chen-lei')).thenRefused('committee-reasons-missing');
    open.when(decide(discussed(all(null))), by('tao-ran')).thenRefused('committee-recorder');
    given(...formed, applied(), submitted())
      .when(decide(discussed(all(null))), by('chen-lei'))
      .thenRefused('committee-not-convened');
  });

  it('hears the procurator who attends', () => {
    const attended = { ...convened, data: { ...convened.data, procurator: 'deputy' } } as const;
    const heard = [
      say('zhang-ming', 'report'),
      say('procurator', 'comment'),
      ...discussed(all(null)).slice(1),
    ];
    const { decision } = given(...formed, applied(), submitted(), attended).when(
      decide(heard),
      by('chen-lei'),
    );
    expect(isRefusal(decision)).toBe(false);
  });
});

describe('after a decision', () => {
  const conforming = { ...terms('conformingDocument', 'committee-1/1', holder('zhang-ming')) };
  const decided = (changes: Partial<DecidedMatter> = {}) =>
    ({
      type: 'CommitteeDecided',
      data: {
        committee: '1',
        review: null,
        duty: 'committeeDecision/1/1',
        decision: 'changesPanelView',
        resolution: '合同无效',
        reasons: '理由',
        speeches: [],
        votes: [],
        minutes: document,
        reconsidered: false,
        supersedes: null,
        charge: conforming,
        ...changes,
      },
    }) as const;
  const done = given(...formed, applied(), submitted(), decided());
  const request = {
    type: 'RequestReconsideration',
    data: { committee: '1', reasons: '适用法律有误' },
  } as const;
  const carryOut = { type: 'CarryOutDecision', data: { committee: '1', document } } as const;
  const duty = 'committeeReferral/committee-1/1';
  const asked = {
    type: 'CommitteeReconsiderationRequested',
    data: {
      committee: '1',
      review: null,
      reasons: '……',
      charge: { ...terms('committeeReferral', '', holder('chen-lei')), duty },
    },
  } as const;
  const resubmitted = {
    type: 'CommitteeReconsiderationDecided',
    data: {
      committee: '1',
      review: null,
      duty,
      decision: 'submit',
      reasons: '……',
      charge: terms('committeeDecision', '1/2', holder('chen-lei')),
    },
  } as const;

  it('the panel carries it out by a document', () => {
    done.when(carryOut, by('zhang-ming')).then({
      type: 'CommitteeDecisionCarriedOut',
      data: { committee: '1', duty: conforming.duty, document },
      secrecy: 'inner',
      basis: [{ statute: '中华人民共和国人民法院组织法', version: '2018年修订', article: '第三十九条' }],
    });
    done.when(carryOut, by('chen-lei')).thenRefused('committee-not-panel');
    given(...formed, applied(), submitted({ review: '1' }), decided({ review: '1' }))
      .when(carryOut, by('zhang-ming'))
      .thenRefused('committee-carried-out-in-review');
  });

  it('the panel may have it reconsidered once, through the president', () => {
    expect(dataOf(done.when(request, by('he-qian')).decision)).toMatchObject({
      charge: { duty, holder: { post: '黔0102.president' } },
    });
    given(...formed, applied(), submitted(), decided(), asked)
      .when(request, by('he-qian'))
      .thenRefused('committee-reconsidered-before', '一次');
    given(...formed, applied(), submitted())
      .when(request, by('he-qian'))
      .thenRefused('committee-not-decided');
  });

  it('but not once the document is signed', () => {
    const signed = {
      type: 'DocumentSigned',
      data: { review: '1', duty: 'signature/1/9' },
    } as unknown as HeededEvent;
    given(
      ...formed,
      requested(false),
      submitted({ review: '1', application: null }),
      decided({ review: '1' }),
      signed,
    )
      .when(request, by('he-qian'))
      .thenRefused('committee-not-decided');
  });

  it('the president submits the request or declines it', () => {
    const waiting = given(...formed, applied(), submitted(), decided(), asked);
    expect(dataOf(waiting.when(refer('submit', duty), by('chen-lei')).decision)).toMatchObject({
      decision: 'submit',
      charge: { duty: 'committeeDecision/1/2' },
    });
    expect(dataOf(waiting.when(refer('decline', duty), by('chen-lei')).decision)).toMatchObject({
      charge: null,
    });
    waiting
      .when(refer('adviseReconsideration', duty), by('chen-lei'))
      .thenRefused('committee-reconsideration-by-decision');
  });

  it('a second decision takes the place of the first, and without a majority the first stands', () => {
    const again = {
      type: 'CommitteeConvened',
      data: { ...sitting(), composition: MEMBERS, review: null },
    } as const;
    const sat = given(...formed, applied(), submitted(), decided(), asked, resubmitted, again);
    const all = Object.fromEntries(MEMBERS.map((member) => [member, null]));
    expect(dataOf(sat.when(decide(discussed(all)), by('chen-lei')).decision)).toMatchObject({
      decision: 'supportsPanel',
      reconsidered: true,
      supersedes: conforming.duty,
      charge: { duty: 'conformingDocument/committee-1/2' },
    });
    const split = { ...all, 'fang-jin': 'A', 'ren-yuan': 'A', 'yuan-qing': 'A', 'yan-song': 'B' };
    expect(dataOf(sat.when(decide(discussed(split)), by('chen-lei')).decision)).toMatchObject({
      decision: 'noMajority',
      supersedes: null,
      charge: null,
    });
  });
});
