import { withPostEvent, type PostEvent } from '@liuhen/courts';
import { noDuties, type DutyChange, type DutyLedger, type Message } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import type { CourtFacts } from '../../court-rules/court-facts';
import { guizhouFacts } from '../../court-rules/testing/guizhou-facts';
import { ledgerAfter } from '../../duty-rulebook';
import { stepDuties } from '../../matter-rules/matter-duties';
import { APPROVE, examined, ISSUE, RECEIVE, replyOf } from '../../matter-rules/testing/commands';
import { atCourt, draftOf, owner } from '../../matter-rules/testing/drafts';
import { WHO, type MatterStory, type Who } from '../../matter-rules/testing/matter-story';
import type { DraftCommand } from '../../supervision-matter/draft-matter';
import { supervisionMatterDecider } from '../../supervision-matter/supervision-matter.decider';
import type { HandOverCommand, SuspendCommand } from '../change-leader';
import type { RecordContactCommand } from '../contact';
import type { RecordBaselineCommand, RecordVisitCommand } from '../lead';
import { leaderAssignmentDecider } from '../leader-assignment.decider';
import { leaderAssignmentDuties } from '../leader-assignment.duties';
import type { BaselineFigure, Figure } from '../leader-assignment.events';

export const LEADER = WHO.highVice;
export const NEXT: Who = ['pan-hui', '黔.vice-president.criminal'];

/** A vice president of the high court for an intermediate one, until the day. */
export const draftUntil = (deadline: string): DraftCommand => ({
  type: 'DraftMatter',
  data: draftOf(
    {
      ...{ instrument: 'leaderAssignment', title: '包保贵阳中院清理积案', deadline },
      targets: [atCourt('黔01', LEADER)],
    },
    WHO.highPresident,
  ),
});

export const figureOf = (changes: Partial<Figure> = {}): Figure => ({
  ...{ indicator: '一年以上未结率', value: '8.5', unit: '%', asOf: '2026-03-01' },
  ...changes,
});

export const baselineOf = (...figures: readonly Partial<BaselineFigure>[]): RecordBaselineCommand => ({
  type: 'RecordBaseline',
  data: {
    figures: figures.map((changes) => ({ ...figureOf(), target: '3', ...changes })),
    problems: '积案集中在民事庭',
  },
});
export const BASELINE = baselineOf({});

export const contactOn = (heldOn: string, ...progress: readonly Figure[]): RecordContactCommand => ({
  type: 'RecordContact',
  data: { heldOn, manner: '电话', content: '了解清理进度', progress, documents: [] },
});

export const visitOn = (heldOn: string): RecordVisitCommand => ({
  type: 'RecordAssignmentVisit',
  data: { heldOn, findings: '专班到位', documents: [] },
});

export const SUSPEND: SuspendCommand = {
  type: 'SuspendAssignment',
  data: { reason: 'other', explanation: '分工调整' },
};
export const POST_CHANGED: SuspendCommand = {
  type: 'SuspendAssignment',
  data: { reason: 'postChanged', explanation: '任职信息已经变更' },
};

export const handOverTo = (who: Who): HandOverCommand => ({
  type: 'HandOverAssignment',
  data: { to: owner(who), reason: '接任' },
});

/** Brought to where the leader is to sign. */
export function issued(story: MatterStory, deadline = '2026-09-30'): void {
  story.does(WHO.highManager, supervisionMatterDecider, draftUntil(deadline));
  story.does(WHO.highPresident, supervisionMatterDecider, APPROVE);
  story.does(WHO.highManager, supervisionMatterDecider, ISSUE);
}

/** Brought to where the leader has signed. */
export function assigned(story: MatterStory, deadline?: string): void {
  issued(story, deadline);
  story.does(LEADER, supervisionMatterDecider, RECEIVE);
}

/** Brought to where the term runs. */
export function running(story: MatterStory, deadline?: string): void {
  assigned(story, deadline);
  story.does(LEADER, leaderAssignmentDecider, BASELINE);
}

/** 延续: asked for and granted. */
export function extendedBy(story: MatterStory, days: number): void {
  const data = { days, reason: '指标尚未稳定' };
  story.does(LEADER, supervisionMatterDecider, { type: 'RequestExtension', data });
  const granted = { type: 'GrantExtension', data: { days, comment: null } } as const;
  story.does(WHO.highManager, supervisionMatterDecider, granted);
}

/** The report is given, and has to be improved. */
export function returned(story: MatterStory): void {
  story.does(LEADER, supervisionMatterDecider, replyOf());
  story.does(WHO.highManager, supervisionMatterDecider, examined(false));
  const data = { reason: '数据不全', screenedReason: null };
  story.does(WHO.highManager, supervisionMatterDecider, { type: 'ReturnReply', data });
}

/** The facts after these happened in a post. */
export const factsAfter = (post: string, ...events: readonly PostEvent[]): CourtFacts =>
  events.reduce<CourtFacts>((facts, event) => {
    const header = someHeader({ stream: `post-${post}` });
    return { ...facts, posts: withPostEvent(facts.posts, { ...event, header }) };
  }, guizhouFacts());

export const left = ([person]: Who, on: string): PostEvent => ({
  type: 'PersonLeft',
  data: { person, on, reason: null },
});
export const appointed = (person: string, from: string): PostEvent => ({
  type: 'PersonAppointed',
  data: { person, name: person, from, demonstration: true },
});
export const onLeave = ([person]: Who, from: string): PostEvent => ({
  type: 'LeaveRecorded',
  data: { person, from, until: null, reason: null },
});

const RULES: Readonly<Record<string, ((event: never) => readonly DutyChange[]) | undefined>> =
  leaderAssignmentDuties;

/** The ledger with what hand-overs do. */
export const ledgerOf = ({ events }: MatterStory): DutyLedger =>
  events.reduce(
    (ledger, event) =>
      ledgerAfter(
        { changesBy: (told: Message) => (RULES[told.type] ?? stepDuties)(told as never) },
        ledger,
        event,
      ),
    noDuties,
  );
