import fc from 'fast-check';
import { seededEntropy } from '@liuhen/event-store/testing';
import {
  epochMsOf,
  instantOf,
  type DutyHolder,
  type DutyTerms,
  type Position,
  type Recorded,
} from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { matterStream, type MatterEvent, type MatterTarget } from '@liuhen/supervision';

/** Matters, of which several go on at a time. */
export const MATTERS = [1, 2, 3].map((n) => `00000000-0000-8000-8000-00000000000${String(n)}`);

/** Posts of four courts, one of which had another code; where several hold one, the person is named. */
const OWNERS = [
  { court: '黔', post: '黔.trial-management-director', person: null },
  { court: '黔', post: '黔.inspector', person: null },
  { court: '黔01', post: '黔01.president', person: null },
  { court: '黔01', post: '黔01.vice-president.civil', person: null },
  { court: '黔0102', post: '黔0102.division-chief.civil-1', person: null },
  { court: '黔0102', post: '黔0102.handling-judge.civil-1', person: 'zhang-ming' },
  { court: '黔0304', post: '黔0304.president', person: null },
  { court: '黔0321', post: '黔0304.president', person: null },
] as const;

const owner = fc.constantFrom(...OWNERS);
const holder: fc.Arbitrary<DutyHolder> = owner.map((one) => ({
  ...one,
  division: null,
  party: 'courtLeaders' as const,
}));

const day = fc.constantFrom('2026-03-02', '2026-03-16', '2026-04-01');
const dutyName = fc.constantFrom('1', '2', '3', '4');
const charge: fc.Arbitrary<DutyTerms> = fc.record({
  duty: dutyName,
  kind: fc.constantFrom('matterReply', 'matterIssue', 'rectification', 'leaderContact'),
  holder,
  due: fc.option(day),
  provisional: fc.constant(false),
  warnings: fc.constant([]),
});

const target: fc.Arbitrary<MatterTarget> = fc
  .record({
    where: owner,
    named: fc.boolean(),
    caseNumber: fc.option(fc.constantFrom('（2026）黔0102民初1号', '（2026）黔0102民初1号之一')),
    responsible: holder,
    answeredBy: fc.constantFrom('target' as const, 'issuer' as const),
  })
  .map(({ where: { court, post, person }, named, caseNumber, responsible, answeredBy }) => ({
    ...{ court, caseNumber, responsible, answeredBy },
    kind: 'court',
    division: null,
    post: named ? post : null,
    person: named ? person : null,
    indicator: null,
  }));

/** The round that an event belongs to: the one that goes on, or the one that it begins. */
type OfRound = (round: number) => MatterEvent;

const stepOf = (round: number, charges: readonly DutyTerms[], fulfils: readonly string[]) => ({
  ...{ round, charges, fulfils },
  drops: [],
});

const drafted = fc.record({
  instrument: fc.constantFrom('writtenInquiry', 'leaderAssignment', 'inspectorateReferral'),
  targets: fc.array(target, { minLength: 1, maxLength: 2 }),
  issuer: holder,
  approver: holder,
  confidential: fc.boolean(),
  charges: fc.array(charge, { maxLength: 2 }),
});
type Drafted = typeof drafted extends fc.Arbitrary<infer Value> ? Value : never;

const draftOf = ({ charges, ...draft }: Drafted, round: number): MatterEvent => ({
  type: 'MatterDrafted',
  data: {
    ...stepOf(round, charges, []),
    ...draft,
    ...{ title: '关于长期未结案件的督导', trigger: 'indicatorBreach', cause: '偏离', problem: '积案' },
    demands: [{ category: 'explanation', text: '说明原因', measure: null }],
    ...{ coOrganisers: [], deadline: null, attachments: [], origin: null },
    ...{ screened: [], screenedReason: null },
  },
});

const item = fc.record({
  ...{ owner, due: day, problem: fc.constant('积案'), measure: fc.constant('清理') },
  criterion: fc.constant('清零'),
});
const figure = { indicator: '一年以上未结案件占比', unit: '%', asOf: '2026-03-02' };

/** What happens after the draft, as little bound by what may follow what as events allow. */
const followed: fc.Arbitrary<OfRound> = fc
  .record({
    type: fc.constantFrom(
      ...(['MatterApproved', 'MatterIssued', 'MatterIssued', 'MatterReceived', 'MatterReplied'] as const),
      ...(['ReplyExamined', 'ReplyReturned', 'MatterEscalated', 'RectificationAssigned'] as const),
      ...(['RectificationChecked', 'MatterClosedOut', 'MatterFollowedUp', 'MatterArchived'] as const),
      ...(['MatterCancelled', 'BaselineRecorded', 'ContactRecorded'] as const),
      ...(['AssignmentSuspended', 'AssignmentHandedOver'] as const),
    ),
    charges: fc.array(charge, { maxLength: 2 }),
    fulfils: fc.array(dutyName, { maxLength: 2 }),
    ...{ item, holder, flag: fc.boolean() },
  })
  .map(({ type, charges, fulfils, ...given }) => (round) => {
    const more = MORE[type];
    const data = { ...stepOf(round, charges, fulfils), reason: '理由', ...more?.(given, round) };
    return { type, data } as unknown as MatterEvent;
  });

interface Given {
  readonly item: typeof item extends fc.Arbitrary<infer Value> ? Value : never;
  readonly holder: DutyHolder;
  readonly flag: boolean;
}

/** What the types of events have beside the step. */
const MORE: Partial<Record<string, (given: Given, round: number) => object>> = {
  MatterIssued: ({ holder: issuer }) => ({ issuer, number: '黔高法督〔2026〕1号', letter: null }),
  MatterReplied: ({ flag }) => ({ answers: [flag ? '已经排查' : ' '], items: [] }),
  ReplyExamined: ({ flag }) => ({ findings: [{ satisfied: flag, comment: '见附表' }] }),
  MatterEscalated: () => ({ to: 'inspectorateReferral' }),
  RectificationAssigned: ({ item: one }, round) => ({ items: [{ ...one, item: `${String(round)}-1` }] }),
  RectificationChecked: ({ flag }, round) => ({ item: `${String(round)}-1`, passed: flag }),
  MatterFollowedUp: ({ flag }) => ({ holds: flag }),
  BaselineRecorded: () => ({ figures: [{ ...figure, value: '3.2', target: '2' }] }),
  ContactRecorded: () => ({ progress: [{ ...figure, value: '2.8', asOf: '2026-04-01' }] }),
  AssignmentSuspended: () => ({ reason: 'other' }),
  AssignmentHandedOver: ({ holder: to }) => ({ duties: ['1'], to }),
};

const { newId } = seededEntropy('matter-histories');

/** One after the other in the log; each matter begins with its draft, and now and then with another round. */
export const matterHistory: fc.Arbitrary<readonly Recorded<MatterEvent>[]> = fc
  .array(
    fc.record({
      matter: fc.constantFrom(...MATTERS),
      again: fc.nat(5),
      draft: drafted,
      follow: followed,
      pause: fc.nat(86_400_000),
    }),
    { minLength: 1, maxLength: 40, size: 'max' },
  )
  .map((entries) => {
    let at = epochMsOf('2026-03-02T01:00:00.000Z');
    const rounds = new Map<string, number>();
    return entries.map(({ matter, again, draft, follow, pause }, index): Recorded<MatterEvent> => {
      const before = rounds.get(matter) ?? 0;
      const drafts = before === 0 || again === 0;
      const round = drafts ? before + 1 : before;
      rounds.set(matter, round);
      const event = drafts ? draftOf(draft, round) : follow(round);
      const recordedAt = instantOf((at += pause));
      const header = { id: newId(), type: event.type, stream: matterStream(matter), rev: index, recordedAt };
      const position = `business:${String(index + 1)}` as Position;
      return { ...event, header: someHeader(header), position, leafHash: '0'.repeat(64) };
    });
  });
