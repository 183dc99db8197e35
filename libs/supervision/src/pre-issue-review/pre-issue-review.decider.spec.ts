import { isRefusal, type DocumentReference } from '@liuhen/kernel';
import type { StepCommand } from './pre-issue-review.decider';
import { OPINIONS } from './pre-issue-review.events';
import { CaseInReview, documentOf, PANEL } from './testing/case-in-review';

const JUDGE = PANEL[0];
const CHIEF = 'wei-hua';
const VICE = 'chu-yun';
const PRESIDENT = 'chen-lei';
const CLOCK = 'supervision-system';
const MINUTES = documentOf('m1');

const concur: StepCommand = { type: 'Concur', data: { remark: null } };
const advise: StepCommand = {
  type: 'AdviseReconsideration',
  data: {
    issues: [{ category: 'evidence', text: '借款交付的证据是否足以认定本金数额' }],
    reasons: '仅有借条',
  },
};
const reconsider = (
  document: DocumentReference | null = null,
  signedBy: readonly string[] = PANEL,
): StepCommand => ({
  type: 'Reconsider',
  data: {
    outcome: document === null ? 'maintained' : 'changed',
    response: '转账记录与借条相互印证',
    deliberation: MINUTES,
    signedBy,
    document,
  },
});
const refer: StepCommand = { type: 'ReferToMeeting', data: { questions: ['举证责任如何分配'] } };
const request: StepCommand = { type: 'RequestCommittee', data: { reasons: '类案处理不一' } };
const sign = (content = 'd1', signers: readonly string[] = PANEL): StepCommand => ({
  type: 'Sign',
  data: { document: documentOf(content), signers },
});
const issue = (
  content: string,
  clerical: { corrections: string[]; reason: string } | null = null,
): StepCommand => ({
  type: 'Issue',
  data: { document: documentOf(content), clerical },
});

const refused = (decision: unknown): string => (isRefusal(decision) ? decision.code : 'nothing was refused');

function underReview(given: Parameters<CaseInReview['submit']>[0] = {}): CaseInReview {
  const inReview = new CaseInReview();
  expect(isRefusal(inReview.submit(given))).toBe(false);
  return inReview;
}

describe('a draft that is handed in', () => {
  it('goes to the reviewer whom the rules name, with a day, the warnings before it and the clauses', () => {
    const { review, events } = underReview();
    expect(review.standing).toMatchObject({
      at: 'review',
      step: {
        level: 'divisionChief',
        holder: { post: '黔0102.division-chief.civil-1', party: 'courtLeaders' },
      },
      charge: { duty: 'review/1/1', kind: 'review', due: '2026-03-05', provisional: false },
    });
    expect(events.at(-1)).toMatchObject({
      secrecy: 'inner',
      basis: ['scope-2', 'limits'].map((clause) => ({ policy: 'pre-issue-review-黔-2024-01', clause })),
    });
  });

  it('goes up all levels that any of its features calls for', () => {
    const { review } = underReview({ features: ['remand'] });
    expect(review.steps.map(({ level }) => level)).toEqual(['divisionChief', 'vicePresident', 'president']);
  });

  it('needs no review where the court’s own rules ask for none, and is free at once', () => {
    expect(underReview({ features: ['simple'] }).review.standing).toMatchObject({
      at: 'signature',
      clearance: 'notRequired',
    });
  });

  it('passes over a leader who tried the case: the next one above reviews', () => {
    const inReview = new CaseInReview([JUDGE, CHIEF, 'he-qian']);
    inReview.submit({ features: ['fourType'] });
    expect(inReview.review.submission.passedOver).toEqual([
      { level: 'divisionChief', post: '黔0102.division-chief.civil-1', person: CHIEF, why: 'onPanel' },
    ]);
    expect(inReview.review.steps.map(({ level }) => level)).toEqual(['vicePresident']);
  });

  it('is reviewed by nobody where all who could tried it, and that is on record', () => {
    const inReview = new CaseInReview([CHIEF, VICE, PRESIDENT]);
    inReview.submit({ features: ['remand'] }, CHIEF);
    expect(inReview.review.standing).toMatchObject({ at: 'signature', clearance: 'noReviewer' });
    expect(inReview.review.submission.passedOver).toHaveLength(3);
  });

  it('comes from those who try the case only', () => {
    expect(refused(new CaseInReview().submit({}, CHIEF))).toBe('panel-act-not-permitted');
    expect(refused(new CaseInReview([], { handlingJudge: null }).submit())).toBe('panel-unknown');
  });

  it('comes from a sole judge too', () => {
    const inReview = new CaseInReview([], { handlingJudge: JUDGE, soleJudge: true });
    inReview.submit();
    inReview.take(concur, CHIEF);
    expect(refused(inReview.take(sign('d1', [JUDGE]), JUDGE))).toBe('nothing was refused');
  });

  it('is not handed in twice as it is', () => {
    const inReview = underReview();
    expect(refused(inReview.submit())).toBe('same-document');
    inReview.take({ type: 'Withdraw', data: { reasons: '需要补充事实' } }, JUDGE);
    expect(refused(inReview.submit())).toBe('nothing was refused');
  });

  it('is through some days before the time for the trial is', () => {
    const { review } = underReview({ trialLimit: '2026-03-09' });
    expect(review.submission.latest.date).toBe('2026-03-04');
    expect(review.standing).toMatchObject({ charge: { due: '2026-03-04' } });
  });
});

describe('a reviewer', () => {
  it('has no place for a result: opinions are these seven', () => {
    expect(Object.values(OPINIONS)).toEqual([
      '无不同意见',
      '退回补正',
      '建议复议',
      '提请专业法官会议讨论',
      '报请提交审判委员会讨论',
      '报上一级院庭长',
      '回避',
    ]);
  });

  it('without objection lets the document go on, level by level, until it is free to be signed', () => {
    const inReview = underReview({ features: ['fourType'] });
    inReview.take(concur, CHIEF);
    expect(inReview.review.standing).toMatchObject({ at: 'review', step: { level: 'vicePresident' } });
    inReview.take(concur, VICE);
    expect(inReview.review.standing).toMatchObject({ at: 'signature', clearance: 'noObjection' });
  });

  it('is the one whose turn it is', () => {
    const inReview = underReview({ features: ['fourType'] });
    expect(refused(inReview.take(concur, VICE))).toBe('review-not-permitted');
    expect(refused(inReview.take(concur, JUDGE))).toBe('review-not-permitted');
  });

  it('may be the delegate of the post, but never somebody who tried the case', () => {
    const inReview = underReview();
    const delegate = {
      actor: {
        person: 'he-qian',
        post: '黔0102.division-chief.civil-1',
        party: 'courtLeaders',
        delegation: '1',
      },
    } as const;
    expect(refused(inReview.take(concur, 'he-qian', delegate))).toBe('reviewer-tried-the-case');
    const other = { actor: { ...delegate.actor, person: 'kong-wei' } };
    expect(refused(inReview.take(concur, 'kong-wei', other))).toBe('nothing was refused');
  });

  it('who returns it for form gets it back corrected', () => {
    const inReview = underReview();
    inReview.take({ type: 'ReturnForForm', data: { defects: ['当事人信息有误'] } }, CHIEF);
    expect(inReview.review.standing).toMatchObject({
      at: 'correction',
      charge: { holder: { person: JUDGE } },
    });
    inReview.take(
      { type: 'Resubmit', data: { document: documentOf('d2'), corrections: ['更正当事人信息'] } },
      JUDGE,
    );
    expect(inReview.review).toMatchObject({
      version: 2,
      standing: { at: 'review', step: { level: 'divisionChief' } },
    });
  });

  it('advises reconsideration with questions that say something, and the panel answers all together', () => {
    const inReview = underReview();
    const empty = {
      ...advise,
      data: { issues: [{ category: 'law', text: '再想想' }], reasons: '略' },
    } as StepCommand;
    expect(refused(inReview.take(empty, CHIEF))).toBe('issue-too-short');
    inReview.take(advise, CHIEF);
    expect(refused(inReview.take(reconsider(null, [JUDGE]), JUDGE))).toBe('deliberation-not-signed-by-all');
    inReview.take(reconsider(), JUDGE);
    expect(inReview.review.standing).toMatchObject({ at: 'review', step: { level: 'divisionChief' } });
  });

  it('cannot advise again when the rounds are used up; the panel that keeps its view is free to sign', () => {
    const inReview = underReview();
    for (let round = 1; round <= 2; round++) {
      inReview.take(advise, CHIEF);
      inReview.take(reconsider(), JUDGE);
    }
    expect(inReview.review.standing).toMatchObject({ at: 'signature', clearance: 'roundsExhausted' });
    inReview.take(sign(), JUDGE);
    expect(inReview.events.at(-1)?.data).toMatchObject({
      clearance: 'roundsExhausted',
      disagreements: [expect.stringContaining('建议复议'), expect.stringContaining('建议复议')],
    });
  });

  it('cannot advise a third time after the panel changed its view', () => {
    const inReview = underReview();
    inReview.take(advise, CHIEF);
    inReview.take(reconsider(documentOf('d2')), JUDGE);
    inReview.take(advise, CHIEF);
    inReview.take(reconsider(documentOf('d3')), JUDGE);
    expect(refused(inReview.take(advise, CHIEF))).toBe('too-many-rounds');
  });

  it('sends it up, beyond those whom the rules name', () => {
    const inReview = underReview();
    inReview.take({ type: 'Escalate', data: { reasons: '案情重大' } }, CHIEF);
    inReview.take({ type: 'Escalate', data: { reasons: '请院长阅核' } }, VICE);
    expect(refused(inReview.take({ type: 'Escalate', data: { reasons: '再报' } }, PRESIDENT))).toBe(
      'no-level-above',
    );
    inReview.take(concur, PRESIDENT);
    expect(inReview.review.standing).toMatchObject({ at: 'signature' });
  });

  it('who is recused is passed over, and comes back no more', () => {
    const inReview = underReview();
    inReview.take({ type: 'Recuse', data: { reasons: '与一方当事人有亲属关系' } }, CHIEF);
    expect(inReview.review.standing).toMatchObject({ at: 'review', step: { level: 'vicePresident' } });
    expect(refused(inReview.take(concur, CHIEF))).toBe('review-not-permitted');
    expect(inReview.duties.get('review/1/1')).toMatchObject({ status: 'waived', waiver: 'recused' });
  });
});

describe('the judges’ meeting', () => {
  const concluded = (
    conclusion: 'supportsPanel' | 'otherView' | 'noMajority',
    features: ['fourType'] | [] = [],
  ) => {
    const inReview = underReview({ features });
    inReview.take(refer, CHIEF);
    const { charge } = inReview.review.standing as { charge: (typeof inReview.openDuties)[number]['terms'] };
    inReview.append([
      {
        type: 'MeetingConcluded',
        data: {
          meeting: '1',
          review: '1',
          duty: charge.duty,
          conclusion,
          majorityView: null,
          speeches: [],
          summary: '多数意见如纪要',
          minutes: MINUTES,
          reconsideration: {
            ...charge,
            duty: 'panelReconsideration/1/meeting-1',
            kind: 'panelReconsideration',
          },
        },
      },
    ]);
    return inReview;
  };

  it('is asked for once, and is convened by a named post', () => {
    const inReview = underReview();
    inReview.take(refer, CHIEF);
    expect(inReview.review.standing).toMatchObject({
      at: 'meeting',
      charge: { kind: 'meetingConvening', holder: { post: '黔0102.division-chief.civil-1' } },
    });
  });

  it('is followed by the panel’s reconsideration, and the reviewer sees what came of it', () => {
    const inReview = concluded('otherView');
    inReview.take(reconsider(documentOf('d2')), JUDGE);
    expect(inReview.review.standing).toMatchObject({ at: 'review' });
    expect(refused(inReview.take(refer, CHIEF))).toBe('already-discussed');
  });

  it.each([
    ['otherView', null],
    ['noMajority', documentOf('d2')],
    ['supportsPanel', documentOf('d2')],
  ] as const)(
    'in a case of the four types from which the panel departs (%s) leads to the committee',
    (conclusion, document) => {
      const inReview = concluded(conclusion, ['fourType']);
      inReview.take(reconsider(document), JUDGE);
      expect(inReview.review.standing).toMatchObject({ at: 'committee', mandatory: false });
    },
  );

  it('that nobody convenes holds nothing up', () => {
    const inReview = underReview();
    inReview.take(refer, CHIEF);
    inReview.later(14);
    inReview.take({ type: 'Lapse', data: { duty: 'meetingConvening/1/2' } }, CLOCK);
    expect(inReview.review.standing).toMatchObject({ at: 'signature', clearance: 'meetingLapsed' });
  });
});

describe('the committee', () => {
  it('is asked for by the reviewer; a president who lets the time pass does not stop the panel', () => {
    const inReview = underReview();
    inReview.take(request, CHIEF);
    expect(inReview.review.standing).toMatchObject({
      at: 'committee',
      charge: { kind: 'committeeReferral' },
    });
    inReview.later(7);
    inReview.take(sign(), JUDGE);
    expect(inReview.events.at(-1)?.data).toMatchObject({ clearance: 'committeeLapsed' });
  });

  it('decides what the law reserves for it, whatever reviewers say and however long it takes', () => {
    const inReview = new CaseInReview(PANEL, {
      court: { code: '黔01', name: null },
      caseType: 'criminal',
      stage: 'firstInstance',
    });
    inReview.submit({ features: ['deathPenalty'] });
    expect(inReview.review.submission.committeeMandatory).toBe(true);
    for (let level = 0; level < 6 && inReview.review.standing.at === 'review'; level++) {
      inReview.later(30);
      inReview.take({ type: 'Lapse', data: { duty: inReview.openDuties[0]?.terms.duty ?? '' } }, CLOCK);
    }
    expect(inReview.review.standing).toMatchObject({ at: 'committee', mandatory: true });
    inReview.later(60);
    expect(refused(inReview.take(sign(), JUDGE))).toBe('committee-must-decide');
  });

  it('binds the panel: the conforming document is signed, and nothing is taken back', () => {
    const inReview = underReview();
    inReview.take(request, CHIEF);
    const { charge } = inReview.review.standing as { charge: (typeof inReview.openDuties)[number]['terms'] };
    inReview.append([
      {
        type: 'CommitteeDecided',
        data: {
          committee: '1',
          review: '1',
          duty: charge.duty,
          decision: 'changesPanelView',
          resolution: '改变',
          reasons: '理由',
          speeches: [],
          votes: [],
          minutes: MINUTES,
          reconsidered: false,
          supersedes: null,
          charge: { ...charge, duty: 'conformingDocument/1/1', kind: 'conformingDocument' },
        },
      },
    ]);
    expect(refused(inReview.take({ type: 'Withdraw', data: { reasons: '不同意' } }, JUDGE))).toBe(
      'committee-already-decided',
    );
    expect(refused(inReview.take(sign(), JUDGE))).toBe('committee-must-decide');
    inReview.take({ type: 'SubmitConforming', data: { document: documentOf('d2') } }, JUDGE);
    expect(refused(inReview.take(sign('d2'), JUDGE))).toBe('nothing was refused');
  });
});

describe('silence', () => {
  it('is no veto: the next level has its turn, then the panel signs, and it shows who was late', () => {
    const inReview = underReview({ features: ['fourType'] });
    inReview.later(8);
    inReview.take({ type: 'Lapse', data: { duty: 'review/1/1' } }, CLOCK);
    expect(inReview.review.standing).toMatchObject({ at: 'review', step: { level: 'vicePresident' } });
    inReview.later(8);
    inReview.take(sign(), JUDGE);
    expect(inReview.events.slice(-2)).toMatchObject([
      { type: 'ReviewLapsed', data: { next: { clearance: 'lapsed' } } },
      { type: 'DocumentSigned', data: { clearance: 'lapsed' } },
    ]);
    expect([...inReview.duties.values()].map(({ status, waiver }) => [status, waiver])).toEqual([
      ['waived', 'lapsed'],
      ['waived', 'lapsed'],
      ['discharged', null],
    ]);
  });

  it('is not assumed before the day is over, nor by anybody but the clock', () => {
    const inReview = underReview();
    inReview.later(3);
    expect(refused(inReview.take({ type: 'Lapse', data: { duty: 'review/1/1' } }, CLOCK))).toBe('not-lapsed');
    inReview.later(1);
    expect(refused(inReview.take({ type: 'Lapse', data: { duty: 'review/1/1' } }, JUDGE))).toBe('not-lapsed');
    expect(refused(inReview.take(sign(), JUDGE))).toBe('nothing was refused');
  });

  it('of the panel takes its document back', () => {
    const inReview = underReview();
    inReview.take(advise, CHIEF);
    inReview.later(14);
    inReview.take({ type: 'Lapse', data: { duty: 'panelReconsideration/1/2' } }, CLOCK);
    expect(inReview.review.standing).toEqual({ at: 'withdrawn' });
  });
});

describe('what is urgent', () => {
  it('is never held: the panel signs while the reviewer still has it', () => {
    const inReview = underReview({ urgent: 'detentionExpiring' });
    expect(inReview.review.standing).toMatchObject({ charge: { due: '2026-03-03' } });
    inReview.take(sign(), JUDGE);
    expect(inReview.events.at(-1)?.data).toMatchObject({ clearance: 'urgent' });
    expect(inReview.duties.get('review/1/1')).toMatchObject({ waiver: 'superseded' });
  });
});

describe('what is signed and issued', () => {
  const cleared = () => {
    const inReview = underReview();
    inReview.take(concur, CHIEF);
    return inReview;
  };

  it('is what was cleared, signed by all of the panel and by nobody else', () => {
    const inReview = cleared();
    expect(refused(inReview.take(sign('d2'), JUDGE))).toBe('not-what-was-cleared');
    expect(refused(inReview.take(sign('d1', PANEL.slice(1)), JUDGE))).toBe('not-signed-by-all');
    expect(refused(inReview.take(sign('d1', [...PANEL, CHIEF]), JUDGE))).toBe('not-signed-by-all');
    expect(refused(inReview.take(sign(), CHIEF))).toBe('panel-act-not-permitted');
    expect(refused(inReview.take(sign(), JUDGE))).toBe('nothing was refused');
  });

  it('is not signed while a reviewer has time left', () => {
    expect(refused(underReview().take(sign(), JUDGE))).toBe('not-free-to-sign');
  });

  it('differs when issued by nothing but clerical corrections, which say what and why', () => {
    const inReview = cleared();
    expect(refused(inReview.take(issue('d1'), JUDGE))).toBe('not-signed');
    inReview.take(sign(), JUDGE);
    expect(refused(inReview.take(issue('d1-corrected'), JUDGE))).toBe('not-what-was-signed');
    const clerical = { corrections: ['第3页错别字'], reason: '校对' };
    expect(refused(inReview.take(issue('d1', clerical), JUDGE))).toBe('nothing-was-corrected');
    inReview.take(issue('d1-corrected', clerical), JUDGE);
    expect(inReview.events.at(-1)).toMatchObject({ type: 'DocumentIssued' });
    expect(inReview.events.at(-1)).not.toMatchObject({ secrecy: 'inner' });
    expect(refused(inReview.take(issue('d1'), JUDGE))).toBe('already-finished');
  });
});

describe('an opinion given aloud', () => {
  const said: StepCommand = {
    type: 'RecordOffline',
    data: {
      level: 'divisionChief',
      opinion: 'noObjection',
      text: '电话中表示没有意见',
      witness: null,
      attachment: null,
    },
  };

  it('is entered by one side, confirmed by the other, and moves nothing', () => {
    const inReview = underReview();
    inReview.take(said, JUDGE);
    expect(inReview.review.standing).toMatchObject({ at: 'review' });
    expect(refused(inReview.take({ type: 'ConfirmOffline', data: { entry: '1' } }, 'he-qian'))).toBe(
      'own-entry',
    );
    inReview.take({ type: 'ConfirmOffline', data: { entry: '1' } }, CHIEF);
    expect(inReview.review.offline.get('1')).toMatchObject({ status: 'confirmed' });
  });

  it('is contested with reasons, or stands unconfirmed after two working days', () => {
    const inReview = underReview();
    inReview.take(said, CHIEF);
    inReview.take({ type: 'ContestOffline', data: { entry: '1', reasons: '没有通过电话' } }, JUDGE);
    inReview.take(said, JUDGE);
    const duty = inReview.review.offline.get('2')?.charge;
    expect(duty).toMatchObject({ due: '2026-03-04', holder: { post: '黔0102.division-chief.civil-1' } });
    inReview.later(3);
    inReview.take({ type: 'Lapse', data: { duty: duty?.duty ?? '' } }, CLOCK);
    expect([...inReview.review.offline.values()].map(({ status }) => status)).toEqual([
      'contested',
      'unanswered',
    ]);
  });
});

describe('an objection', () => {
  it('is answered by whom it was made to, and holds nothing up', () => {
    const inReview = underReview();
    const object: StepCommand = {
      type: 'Object',
      data: { level: 'divisionChief', to: 'trialManagement', text: '退回没有写明理由' },
    };
    inReview.take(object, JUDGE);
    const answer: StepCommand = { type: 'AnswerObjection', data: { objection: '1', answer: '已提醒' } };
    expect(refused(inReview.take(answer, CHIEF))).toBe('answer-not-permitted');
    inReview.take(answer, 'cao-yue');
    expect(refused(inReview.take(answer, 'cao-yue'))).toBe('objection-not-found');
    expect(refused(inReview.take(concur, CHIEF))).toBe('nothing was refused');
  });
});
