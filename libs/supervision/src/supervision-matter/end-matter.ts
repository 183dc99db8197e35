import { isRefusal, type Message, type Refusal } from '@liuhen/kernel';
import { advance, chargedWithStep } from '../matter-rules/charges';
import { isUnfinished, type Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedStep } from '../matter-rules/owed';
import { assignItems, closeOutDay } from '../matter-rules/rectification';
import { screenedIn, type GivenProblems } from '../matter-rules/screened-items';
import { STEPS } from '../matter-rules/steps';
import { refuse } from './supervision-matter.refusals';

export type CloseOutCommand = Message<'CloseOutMatter', { readonly conclusion: string }>;
export type FollowUpCommand = Message<
  'FollowUpMatter',
  {
    /** Whether what was put right has stayed so. */
    readonly holds: boolean;
    readonly findings: string;
  } & GivenProblems
>;
export type ArchiveCommand = Message<'ArchiveMatter', { readonly volume: string }>;

/** 销号: once every item has passed, by the issuing side. */
export function closeOut(
  { conclusion }: CloseOutCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'closeOut');
  if (isRefusal(owed)) return owed;
  if ([...matter.items.values()].some(isUnfinished)) return refuse('matter-items-open');
  const charges = advance(court, matter, 'closeOut');
  const data = { ...fulfilling(matter, owed.duty), charges, conclusion };
  const { steps, followUps } = court.rules.instrument;
  return [step({ type: 'MatterClosedOut', data }, court, steps.basis, followUps.basis)];
}

/** 回头看: the soonest that is owed. Where what was put right did not last, it is put right again and closed out anew. */
export function followUp(given: FollowUpCommand['data'], matter: Matter, court: MatterCourt): MatterDecision {
  const owed = owedStep(court, matter, 'followUp');
  if (isRefusal(owed)) return owed;
  const later = [...matter.open.values()].filter(
    ({ kind, duty }) => kind === STEPS.followUp.kind && duty !== owed.duty,
  );
  const screened = refuseRelapse(given) ?? screenedIn(court, matter, given);
  if (isRefusal(screened)) return screened;
  const { holds, findings, items } = given;
  const data = { ...fulfilling(matter, owed.duty), nth: matter.followUps + 1, holds, findings, ...screened };
  const { basis } = court.rules.instrument.followUps;
  if (holds) {
    const charges = later.length === 0 ? advance(court, matter, 'followUp') : [];
    return [step({ type: 'MatterFollowedUp', data: { ...data, charges } }, court, basis)];
  }
  const drops = later.map(({ duty }) => ({ duty, waiver: 'superseded' }) as const);
  const charges = chargedWithStep(court, matter, 'closeOut', closeOutDay(court, matter, items));
  const relapsed = step({ type: 'MatterFollowedUp', data: { ...data, drops, charges } }, court, basis);
  const assigned = assignItems(court, matter, items);
  return assigned ? [relapsed, assigned] : [relapsed];
}

/** What is to be put right again is said where something is, and nowhere else. */
function refuseRelapse({ holds, items }: FollowUpCommand['data']): Refusal | undefined {
  if (holds) return items.length > 0 ? refuse('matter-items-without-relapse', 'items') : undefined;
  return items.length === 0 ? refuse('matter-relapse-needs-items', 'items') : undefined;
}

export function archive(
  { volume }: ArchiveCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'archiving');
  if (isRefusal(owed)) return owed;
  const data = { ...fulfilling(matter, owed.duty), volume };
  return [step({ type: 'MatterArchived', data }, court, court.rules.instrument.steps.basis)];
}
