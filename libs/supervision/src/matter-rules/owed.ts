import { Refusal, type Actor, type DutyTerms } from '@liuhen/kernel';
import { mayAnswerFor } from '../court-rules/charge';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import type { Matter } from './matter';
import type { MatterCourt } from './matter-court';
import { matterRulesRefusals, refuse } from './matter-rules.refusals';
import { STEPS, type Step } from './steps';

const STEP_OF_KIND: ReadonlyMap<string, string> = new Map(
  Object.values(STEPS).map(({ kind, title }) => [kind, title]),
);

/**
 * The open duty of the kind that the actor answers for: whoever owes a step takes it, and nobody else does.
 *
 * @param duty its name, where several of the kind can be open
 * @returns Refusal `matter-step-not-open`, `matter-step-not-yours`, `matter-suspended`, or `matter-aimed-at-you` where the step is the issuing
 * side's and the actor is whom the matter is aimed at
 */
export function owedOf(court: MatterCourt, matter: Matter, kind: string, duty?: string): DutyTerms | Refusal {
  const open = [...matter.open.values()].filter(
    (terms) => terms.kind === kind && (duty === undefined || terms.duty === duty),
  );
  if (open.length === 0) return refuseNotOpen(kind);
  const own = open.find(({ holder }) => mayAnswerFor(court, holder));
  if (!own) return refuse('matter-step-not-yours');
  const isAnswer = matter.content.targets.some(({ responsible }) => responsible.post === own.holder.post);
  if (isAnswer) return matter.suspended ? refuse('matter-suspended') : own;
  return isAimedAt(matter, court.act.actor) ? refuse('matter-aimed-at-you') : own;
}

/** As {@link owedOf}, of a step of the instrument. */
export const owedStep = (
  court: MatterCourt,
  matter: Matter,
  step: Step,
  duty?: string,
): DutyTerms | Refusal => owedOf(court, matter, STEPS[step].kind, duty);

/**
 * 逾期未办，程序继续: the open duty of a step that was not taken in time, for the system to say so.
 *
 * @returns Refusal `matter-lapse-by-system`, `matter-step-not-open`, or `matter-step-not-lapsed` until its day is over
 */
export function lapsedStep(
  court: MatterCourt,
  matter: Matter,
  step: Step,
  duty: string,
): DutyTerms | Refusal {
  if (court.act.actor.party !== 'system') return refuse('matter-lapse-by-system');
  const owed = matter.open.get(duty);
  const { kind } = STEPS[step];
  if (owed?.kind !== kind) return refuseNotOpen(kind);
  return owed.due === null || court.on <= owed.due ? refuse('matter-step-not-lapsed') : owed;
}

function refuseNotOpen(kind: string): Refusal {
  const title = STEP_OF_KIND.get(kind);
  const { text } = matterRulesRefusals['matter-step-not-open'];
  return new Refusal('matter-step-not-open', title === undefined ? text : `${text}：${title}`);
}

/** What is owed only until the answer is given: whether it may come later, and what is to be done on the way to it. */
const UNTIL_ANSWERED: ReadonlySet<string> = new Set([
  'extensionDecision',
  'periodicReport',
  'leaderContact',
  'assignmentVisit',
]);

/** The duties that an answer ends without their having been done. */
export const endedByAnswer = ({ open }: Pick<Matter, 'open'>): MatterStep['drops'] =>
  [...open.values()]
    .filter(({ kind }) => UNTIL_ANSWERED.has(kind))
    .map(({ duty }) => ({ duty, waiver: 'superseded' }));

/** What must be known of a matter to say whom it is aimed at. */
interface Aimed extends Pick<Matter, 'answerers'> {
  readonly content: Pick<Matter['content'], 'targets'>;
}

/** 对象: the post or person aimed at, whoever answers, and who answered once, in whichever post they are by now. */
export const isAimedAt = (
  { content: { targets }, answerers }: Aimed,
  { post, person }: Pick<Actor, 'post' | 'person'>,
): boolean =>
  answerers.includes(person) ||
  targets
    .flatMap((target) => [target, target.responsible])
    .some((aim) => aim.person === person || (aim.post === post && aim.person === null));
