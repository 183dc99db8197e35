import fc from 'fast-check';
import { isRefusal, type DutyTerms } from '@liuhen/kernel';
import { guizhouFacts } from '../../court-rules/testing/guizhou-facts';
import type { Instrument } from '../../matter-rules/instruments';
import {
  ACCEPT,
  APPROVE,
  ARCHIVE,
  CLOSE_OUT,
  examined,
  FOLLOW_UP,
  ISSUE,
  RECEIVE,
  replyOf,
} from '../../matter-rules/testing/commands';
import { atCourt, atPost, draftOf, owner as ownerOf } from '../../matter-rules/testing/drafts';
import { WHO, type Who } from '../../matter-rules/testing/matter-story';
import type { GivenMatter } from '../draft-matter';
import type { SupervisionMatterCommand } from '../supervision-matter.decider';
import { InquiryStory, OFFERED } from './inquiry-story';

/** A step that somebody tries: at which of the open duties, how it turns out, and who tries it. */
interface Attempt {
  readonly days: number;
  readonly nth: number;
  readonly well: boolean;
  readonly way: number;
  /** Whether at a duty that may have ended. */
  readonly stale: boolean;
  /** Instead of whom the duty is charged with. */
  readonly stranger: Who | null;
}

const people = Object.values<Who>(WHO);

const attempt: fc.Arbitrary<Attempt> = fc.record({
  days: fc.constantFrom(0, 0, 1, 4, 20),
  nth: fc.nat(3),
  well: fc.boolean(),
  way: fc.nat(5),
  stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  stranger: fc.option(fc.constantFrom(...people), { freq: 1 }),
});

const { highManager, highPresident, highInspector, midPresident, midVice } = WHO;
const { lowManager, lowPresident, lowVice, lowChief, lowJudge } = WHO;

/** How a matter begins, to what it is escalated, and who has something to put right. */
interface Beginning {
  readonly who: Who;
  readonly draft: GivenMatter;
  readonly next: readonly GivenMatter[];
  readonly owner: Who;
}

const talk = (aim: Who, approver: Who) =>
  draftOf({ instrument: 'accountabilityTalk', trigger: 'escalation', targets: [atPost(aim)] }, approver);

/** Between two courts, and within one. */
const between = {
  who: highManager,
  next: [
    draftOf(
      { instrument: 'inspectorateReferral', demands: [], targets: [atCourt('黔01', highInspector)] },
      highPresident,
    ),
    draftOf({ instrument: 'listedSupervision', targets: [atPost(midPresident)] }),
    talk(midPresident, highPresident),
  ],
  owner: midVice,
};
const within = { who: lowManager, next: [talk(lowChief, lowPresident)], owner: lowJudge };

const BEGINNINGS: readonly Beginning[] = [
  { ...between, draft: draftOf() },
  {
    ...between,
    draft: draftOf({ instrument: 'deadlineOrder', targets: [atPost(midPresident)], deadline: '2026-04-01' }),
  },
  ...between.next.slice(0, 1).map((draft) => ({ ...between, draft })),
  { ...within, draft: draftOf({ targets: [atPost(lowChief)] }, lowVice) },
];

const facts = guizhouFacts();

/** Matters as they may go on, whoever tries whatever. */
export const lives = fc
  .tuple(fc.constantFrom(...BEGINNINGS), fc.array(attempt, { minLength: 10, maxLength: 45, size: 'max' }))
  .map(([beginning, attempts]) => {
    const story = new InquiryStory(facts);
    story.lives(beginning.who, { type: 'DraftMatter', data: beginning.draft });
    attempts.reduce((day, one) => tried(story, beginning, one, day), Date.parse('2026-03-02'));
    return story;
  });

const DAY_MS = 86_400_000;

/** @returns the day of the attempt, in milliseconds */
function tried(story: InquiryStory, beginning: Beginning, one: Attempt, before: number): number {
  const day = before + one.days * DAY_MS;
  story.on(new Date(day).toISOString().slice(0, 10));
  const open = [...story.matter.open.values()];
  const duties = one.stale || open.length === 0 ? [...story.ledger.values()].map(({ terms }) => terms) : open;
  const duty = duties[one.nth % duties.length];
  if (!duty) throw new Error('nobody ever owed anything');
  try {
    const command = commandFor(duty, story, beginning, one);
    const charged = command.type === 'LapseReceipt' ? WHO.system : chargedWith(duty);
    story.lives(one.stranger ?? charged, command);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  return day;
}

const chargedWith = ({ holder }: DutyTerms): Who =>
  people.find(([person, post]) => post === holder.post && (holder.person ?? person) === person) ?? WHO.system;

function commandFor(
  { kind, duty }: DutyTerms,
  { matter }: InquiryStory,
  { draft, next, owner }: Beginning,
  { well, way, days }: Attempt,
): SupervisionMatterCommand {
  if (way === 5 && !well && days === 4) return { type: 'CancelMatter', data: { reason: '情况已经变化' } };
  const escalating = escalatingTo(next[days % next.length]?.instrument ?? draft.instrument);
  const item = [...matter.items].find(([, state]) => state.duty === duty)?.[0] ?? '1-1';
  const items = [{ ...OFFERED, owner: ownerOf(owner), due: '2027-05-31' }];
  switch (kind) {
    case 'matterDrafting':
      return {
        type: 'DraftMatter',
        data: next.find(({ instrument }) => instrument === matter.escalatedTo) ?? draft,
      };
    case 'matterApproval':
      return well || way > 1 ? APPROVE : { type: 'DeclineMatter', data: { reason: '事由不清' } };
    case 'matterIssue':
      return ISSUE;
    case 'matterReceipt':
      return well ? RECEIVE : { type: 'LapseReceipt', data: { duty } };
    case 'matterReply':
      if (way === 0) return { type: 'RequestExtension', data: { days: days + 1, reason: '逐案核对' } };
      return way === 1 ? escalating : replyOf(matter.content.demands.length, well ? items : []);
    case 'extensionDecision':
      return well
        ? { type: 'GrantExtension', data: { days: 1, comment: null } }
        : { type: 'RefuseExtension', data: { reason: '期限足够' } };
    case 'replyExamination':
      return examined(well);
    case 'matterOutcome':
      if (way === 0) return escalating;
      return way < 3 ? { type: 'ReturnReply', data: { reason: '不清楚', screenedReason: null } } : ACCEPT;
    case 'rectification':
      if (way === 0) return escalating;
      return { type: 'ReportRectification', data: { item, statement: '已降至八件', evidence: [] } };
    case 'rectificationCheck':
      return { type: 'CheckRectification', data: { item, passed: well, comment: '抽查', due: '2027-06-30' } };
    case 'matterCloseOut':
      return CLOSE_OUT;
    case 'matterFollowUp':
      return well
        ? FOLLOW_UP
        : { type: 'FollowUpMatter', data: { holds: false, findings: '反弹', items, screenedReason: null } };
    default:
      return ARCHIVE;
  }
}

const escalatingTo = (to: Instrument): SupervisionMatterCommand => ({
  type: 'EscalateMatter',
  data: { to, reason: '没有解决' },
});
