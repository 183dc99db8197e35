import { parseCaseNumber } from '@liuhen/courts';
import { isRefusal, type DutyHolder, type Refusal } from '@liuhen/kernel';
import type { MatterCourt } from '../matter-rules/matter-court';
import { isAimedAt } from '../matter-rules/owed';
import { chargeableHolder, personalHolder } from '../matter-rules/posts';
import { routeOf } from '../matter-rules/routes';
import type { ItemOwner, MatterTarget } from './supervision-matter.events';
import { refuse } from './supervision-matter.refusals';

/** A target as it is drafted: who answers is named by the post. */
export interface GivenTarget extends Omit<MatterTarget, 'responsible' | 'answeredBy'> {
  readonly responsible: ItemOwner;
}

/** Who drafts and who approves. */
export interface Parties {
  readonly issuer: DutyHolder;
  readonly approver: DutyHolder;
}

/** The targets with those who answer for them, by a route of the rules each. */
export function targetsOf(
  given: readonly GivenTarget[],
  parties: Parties,
  court: MatterCourt,
): readonly MatterTarget[] | Refusal {
  const targets: MatterTarget[] = [];
  for (const [place, one] of given.entries()) {
    const target = targetOf(one, parties, court, `targets[${String(place)}]`);
    if (isRefusal(target)) return target;
    targets.push(target);
  }
  return refuseSelf(targets, parties, court) ?? targets;
}

function targetOf(
  given: GivenTarget,
  { issuer, approver }: Parties,
  court: MatterCourt,
  field: string,
): MatterTarget | Refusal {
  const responsible = chargeableHolder(court, given.responsible, `${field}.responsible`);
  if (isRefusal(responsible)) return responsible;
  const route = routeOf(court, issuer, approver, { court: given.court, responsible }, field);
  if (isRefusal(route)) return route;
  const person = personAimedAt(given, court, field);
  if (isRefusal(person)) return person;
  const answering = route.byName ? personalHolder(court, responsible, given.responsible.person) : responsible;
  if (!answering) return refuse('matter-responsible-unnamed', `${field}.responsible.person`);
  const { answeredBy } = route;
  return { ...given, person, caseNumber: canonical(given.caseNumber), responsible: answering, answeredBy };
}

/** The person of a post for many; a post for one is aimed at whoever holds it. */
function personAimedAt(
  { court: code, post, person }: GivenTarget,
  court: MatterCourt,
  field: string,
): string | null | Refusal {
  if (post === null) return person === null ? null : refuse('matter-target-incomplete', `${field}.post`);
  const aim = chargeableHolder(court, { court: code, post, person }, field);
  return isRefusal(aim) ? aim : aim.person;
}

/** Nobody sends to themselves, nor approves what is aimed at their own post or what they answer for. */
function refuseSelf(
  targets: readonly MatterTarget[],
  { approver }: Parties,
  { act: { actor } }: MatterCourt,
): Refusal | undefined {
  if (isAimedAt({ content: { targets }, answerers: [] }, actor))
    return refuse('matter-aimed-at-you', 'targets');
  return targets.some(({ post, responsible }) => [post, responsible.post].includes(approver.post))
    ? refuse('matter-aimed-at-you', 'approver')
    : undefined;
}

/** 案号 in its canonical form; as it was written where it is none. */
function canonical(caseNumber: string | null): string | null {
  const parsed = parseCaseNumber(caseNumber ?? '');
  return parsed.ok ? parsed.caseNumber.base : caseNumber;
}
