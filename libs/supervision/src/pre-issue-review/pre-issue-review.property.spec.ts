import { isRefusal } from '@liuhen/kernel';
import fc from 'fast-check';
import type { StepCommand } from './pre-issue-review.decider';
import { isOpen } from './review';
import { CaseInReview, documentOf, facts, PANEL } from './testing/case-in-review';

const LEADERS = ['wei-hua', 'chu-yun', 'chen-lei'] as const;
const CLOCK = 'supervision-system';

const text = fc.constantFrom('事实认定的证据是否充分需要说明', '请补充说明法律适用的理由和依据');
const document = fc.integer({ min: 1, max: 9 }).map((number) => documentOf(`d${number}`));

const opinion: fc.Arbitrary<StepCommand> = fc.oneof(
  fc.constant<StepCommand>({ type: 'Concur', data: { remark: null } }),
  text.map((defect): StepCommand => ({ type: 'ReturnForForm', data: { defects: [defect] } })),
  text.map((issue): StepCommand => ({
    type: 'AdviseReconsideration',
    data: { issues: [{ category: 'facts', text: issue }], reasons: issue },
  })),
  text.map((question): StepCommand => ({ type: 'ReferToMeeting', data: { questions: [question] } })),
  text.map((reasons): StepCommand => ({ type: 'RequestCommittee', data: { reasons } })),
  text.map((reasons): StepCommand => ({ type: 'Escalate', data: { reasons } })),
  text.map((reasons): StepCommand => ({ type: 'Recuse', data: { reasons } })),
);

const panelAct: fc.Arbitrary<StepCommand> = fc.oneof(
  document.map((given): StepCommand => ({
    type: 'Resubmit',
    data: { document: given, corrections: ['更正'] },
  })),
  fc.option(document).map((given): StepCommand => ({
    type: 'Reconsider',
    data: {
      outcome: given === null ? 'maintained' : 'changed',
      response: '复议意见',
      deliberation: documentOf('m'),
      signedBy: PANEL,
      document: given,
    },
  })),
  document.map((given): StepCommand => ({ type: 'Sign', data: { document: given, signers: PANEL } })),
  document.map((given): StepCommand => ({ type: 'Issue', data: { document: given, clerical: null } })),
  text.map((reasons): StepCommand => ({ type: 'Withdraw', data: { reasons } })),
  text.map((given): StepCommand => ({
    type: 'Object',
    data: { level: 'divisionChief', to: 'president', text: given },
  })),
);

const beside: fc.Arbitrary<StepCommand> = fc.constantFrom<StepCommand>(
  {
    type: 'RecordOffline',
    data: { level: 'divisionChief', opinion: 'noObjection', text: '电话', witness: null, attachment: null },
  },
  { type: 'ConfirmOffline', data: { entry: '1' } },
  { type: 'ContestOffline', data: { entry: '1', reasons: '没有' } },
  { type: 'AnswerObjection', data: { objection: '1', answer: '答复' } },
);

interface Move {
  readonly person: string;
  readonly step: StepCommand;
  readonly daysLater: number;
}

const move: fc.Arbitrary<Move> = fc.record({
  person: fc.constantFrom(...LEADERS, ...PANEL),
  step: fc.oneof(opinion, panelAct, beside),
  daysLater: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 12 })),
});

const history = fc.record({
  features: fc.subarray(['fourType', 'remand', 'presidentSupervised', 'simple'] as const),
  urgent: fc.option(fc.constant('preservation' as const)),
  moves: fc.array(move, { maxLength: 30 }),
});

/** The clock looks first, as often as it has to, then somebody tries something. */
function* lived({ features, urgent, moves }: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  const inReview = new CaseInReview();
  inReview.submit({ features, urgent });
  for (const { person, step, daysLater } of moves) {
    inReview.later(daysLater);
    const before = inReview.review;
    const decision = inReview.take(step, person);
    yield { inReview, before, person, step, decision };
  }
}

/** Everybody is silent, and the clock goes on. */
function leaveAlone(inReview: CaseInReview): number {
  for (let lapses = 0; ; lapses++) {
    const { standing } = inReview.review;
    if (!isOpen(standing) || standing.at === 'signature') return lapses;
    if (lapses > 10) throw new Error(`still ${standing.at}`);
    inReview.later(20);
    inReview.take({ type: 'Lapse', data: { duty: standing.charge.duty } }, CLOCK);
  }
}

it('no opinion of a leader changes the document or what the panel is free to sign', () => {
  fc.assert(
    fc.property(history, (drawn) => {
      for (const { inReview, before, person, decision } of lived(drawn)) {
        if (isRefusal(decision) || !LEADERS.some((leader) => leader === person)) continue;
        expect(inReview.review.document).toBe(before.document);
        expect(inReview.review.version).toBe(before.version);
        expect(decision.map(({ type }) => type)).not.toContain('DocumentSigned');
      }
    }),
  );
});

it('a document is free to be signed, withdrawn or before the committee after a few silences, wherever it is', () => {
  fc.assert(
    fc.property(history, (drawn) => {
      const steps = [...lived(drawn)];
      const inReview = steps.at(-1)?.inReview;
      if (inReview) expect(leaveAlone(inReview)).toBeLessThanOrEqual(4);
    }),
  );
});

it('somebody is charged with the next step at every moment, and with one only', () => {
  fc.assert(
    fc.property(history, (drawn) => {
      for (const { inReview } of lived(drawn)) {
        const { standing } = inReview.review;
        const moving = inReview.openDuties.filter(
          ({ terms }) => terms.kind !== 'objectionAnswer' && terms.kind !== 'offlineConfirmation',
        );
        expect(moving.map(({ terms }) => terms.duty)).toEqual(isOpen(standing) ? [standing.charge.duty] : []);
        for (const { terms } of inReview.openDuties) expect(facts.posts.has(terms.holder.post)).toBe(true);
      }
    }),
  );
});

it('every duty that was opened is discharged, waived or open, and ends once', () => {
  fc.assert(
    fc.property(history, (drawn) => {
      for (const { inReview } of lived(drawn)) {
        const duties = [...inReview.duties.values()];
        const count = (status: string) => duties.filter((duty) => duty.status === status).length;
        expect(count('open') + count('discharged') + count('waived')).toBe(duties.length);
        const opened = inReview.events.filter(({ data }) => 'charge' in data || 'next' in data);
        expect(duties.length).toBeLessThanOrEqual(opened.length);
      }
    }),
  );
});

it('nothing is issued but what was cleared and signed', () => {
  fc.assert(
    fc.property(history, (drawn) => {
      for (const { before, decision } of lived(drawn)) {
        if (isRefusal(decision)) continue;
        for (const event of decision)
          if (event.type === 'DocumentSigned') expect(event.data.document).toEqual(before.document);
      }
    }),
  );
});
