import { chinaDateOf, isRefusal, type Message, type Refusal } from '@liuhen/kernel';
import { readClauses } from '../court-rules/policy-shape';
import { advance } from '../matter-rules/charges';
import { MATTER_POLICY_TITLE } from '../matter-rules/instrument-policy';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedStep } from '../matter-rules/owed';
import {
  assignItems,
  closeOutDay,
  refuseItems,
  textsOfItems,
  type GivenItem,
} from '../matter-rules/rectification';
import { screenedWords } from '../matter-rules/screening';
import { chairClause, noticeClause } from '../matter-rules/tasking-meeting-clause';
import type { MatterStep, ScreenedWords } from '../supervision-matter/supervision-matter.events';
import { attendeesOf, chairOf, type GivenAttendance } from './attendance';
import { refuseMoment } from './moment';
import type { Tasking } from './tasking';
import type { HeldTaskingMeeting } from './tasking-meeting.events';

type GivenMeeting = GivenAttendance &
  Omit<HeldTaskingMeeting, keyof MatterStep | keyof GivenAttendance | 'screened'> & {
    /** 任务. */
    readonly tasks: readonly GivenItem[];
  };

export type HoldMeetingCommand = Message<'HoldTaskingMeeting', GivenMeeting>;

const RULES = { chair: chairClause, notice: noticeClause };

/** 开会: who was there, what was resolved, and which tasks were laid upon whom by when. */
export function holdMeeting(
  given: GivenMeeting,
  matter: Matter,
  tasking: Tasking,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'meeting');
  if (isRefusal(owed)) return owed;
  const rules = readClauses(MATTER_POLICY_TITLE, RULES, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const refusal = refuseMoment(given.heldAt, court.act.at, tasking, rules.notice);
  if (refusal) return refusal;
  const there = { ...court, on: chinaDateOf(given.heldAt) };
  const chair = chairOf(there, matter, given, rules.chair);
  if (isRefusal(chair)) return chair;
  const attendees = attendeesOf(there, given, tasking);
  if (isRefusal(attendees)) return attendees;
  const words = wordsOf(given, matter, court);
  if (isRefusal(words)) return words;
  const { tasks, ...meeting } = given;
  const charges = advance(court, matter, 'meeting', closeOutDay(court, matter, tasks));
  const data = { ...meeting, ...fulfilling(matter, owed.duty), charges, chair, attendees, ...words };
  const basis = [court.rules.instrument.terms.basis, rules.chair.basis, rules.notice.basis];
  const held = step({ type: 'TaskingMeetingHeld', data }, court, ...basis);
  const assigned = assignItems(court, matter, tasks);
  return assigned ? [held, assigned] : [held];
}

/** Whether this can be asked of those who were tasked, in these words. */
function wordsOf(
  { resolutions, tasks, screenedReason }: GivenMeeting,
  matter: Matter,
  court: MatterCourt,
): ScreenedWords | Refusal {
  const resolved = resolutions.map((text, place) => ({ field: `resolutions[${String(place)}]`, text }));
  const texts = [...resolved, ...textsOfItems(tasks, 'tasks')];
  return (
    refuseItems(court, matter, tasks, 'tasks') ??
    screenedWords(texts, court.rules.common.screening, screenedReason)
  );
}
