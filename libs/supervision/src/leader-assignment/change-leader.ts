import { holdersOn } from '@liuhen/courts';
import { isRefusal, type Message, type Refusal } from '@liuhen/kernel';
import { mayAnswerFor } from '../court-rules/charge';
import { charged, dueIn } from '../matter-rules/charges';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import { assignmentClause } from '../matter-rules/leader-assignment-clause';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { isAimedAt, owedOf } from '../matter-rules/owed';
import { holderOf, personalHolder } from '../matter-rules/posts';
import { routeOf } from '../matter-rules/routes';
import type { ItemOwner, MatterTarget } from '../supervision-matter/supervision-matter.events';
import type { SuspensionReason } from './leader-assignment.events';
import { refuse } from './leader-assignment.refusals';

export type SuspendCommand = Message<
  'SuspendAssignment',
  { readonly reason: SuspensionReason; readonly explanation: string }
>;
export type HandOverCommand = Message<
  'HandOverAssignment',
  { readonly to: ItemOwner; readonly reason: string }
>;

/** 中止: by the system as soon as the leader is no longer in the post, or by the issuing side. */
export function suspend(
  { reason, explanation }: SuspendCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const rules = specificRuleOf(assignmentClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const [target] = matter.content.targets;
  if (!target || !isRunning(matter)) return refuse('assignment-not-running');
  const refusal = refuseSuspension(reason, matter, target, court);
  if (refusal) return refusal;
  const due = dueIn(court, { workingDays: rules.handOverWorkingDays });
  const charges = charged(court, matter, [{ kind: 'reassignment', holder: matter.issuer, due }]);
  const data = { ...fulfilling(matter), charges, reason, explanation, leader: target.responsible };
  return [step({ type: 'AssignmentSuspended', data }, court, rules.basis)];
}

/** Somebody is charged with it, from its issue until it is answered. */
const isRunning = ({ open, content: { targets } }: Matter): boolean =>
  [...open.values()].some(({ holder }) =>
    targets.some(
      ({ responsible }) => responsible.post === holder.post && responsible.person === holder.person,
    ),
  );

function refuseSuspension(
  reason: SuspensionReason,
  matter: Matter,
  { responsible }: MatterTarget,
  court: MatterCourt,
): Refusal | undefined {
  if (matter.suspended) return refuse('assignment-already-suspended');
  if (court.act.actor.party === 'system') {
    const isThere = holdersOn(court.facts.posts, responsible.post, court.on).some(
      ({ person }) => person === responsible.person,
    );
    return isThere && reason === 'postChanged' ? refuse('assignment-leader-still-there') : undefined;
  }
  if (isAimedAt(matter, court.act.actor)) return refuse('matter-aimed-at-you');
  return mayAnswerFor(court, matter.issuer) ? undefined : refuse('matter-not-issuing-side');
}

/** 更换: another leader answers, and takes over what the former one still owed. */
export function handOver(
  { to, reason }: HandOverCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedOf(court, matter, 'reassignment');
  if (isRefusal(owed)) return owed;
  const rules = specificRuleOf(assignmentClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const [target] = matter.content.targets;
  const post = holderOf(court, to);
  if (!target || !post) return refuse('matter-post-unknown', 'to.post');
  const route = routeOf(
    court,
    matter.issuer,
    matter.approver,
    { court: target.court, responsible: post },
    'to',
  );
  if (isRefusal(route)) return route;
  const leader = personalHolder(court, post, to.person);
  if (!leader) return refuse('matter-responsible-unnamed', 'to.person');
  const former = target.responsible;
  if (leader.person === former.person) return refuse('assignment-same-leader', 'to');
  if (leader.person === court.act.actor.person) return refuse('matter-aimed-at-you', 'to');
  const duties = [...matter.open.values()]
    .filter(({ holder }) => holder.post === former.post && holder.person === former.person)
    .map(({ duty }) => duty);
  const data = { ...fulfilling(matter, owed.duty), duties, from: former, to: leader, reason };
  const { routes } = court.rules.instrument;
  return [step({ type: 'AssignmentHandedOver', data }, court, routes.basis, rules.basis)];
}
