import { courtsAbove, superiorsOf } from '@liuhen/courts';
import type { DutyHolder, Refusal } from '@liuhen/kernel';
import type { MatterTarget } from '../supervision-matter/supervision-matter.events';
import type { InstrumentRules } from './instrument-policy';
import type { Reach } from './instruments';
import type { Route } from './matter-clauses';
import type { MatterCourt } from './matter-court';
import { refuse } from './matter-rules.refusals';

/** Own court, one beneath it in the appeal chain, or neither. */
function reachOf(
  { code, facts, on }: Pick<MatterCourt, 'code' | 'facts' | 'on'>,
  target: string,
): Reach | undefined {
  if (target === code) return 'own';
  return courtsAbove(facts.courts, target, on).includes(code) ? 'beneath' : undefined;
}

/** 谁可以向谁发: the route of the rules by which the issuer may send it there, approved by the approver. */
export function routeOf(
  court: MatterCourt,
  issuer: DutyHolder,
  approver: DutyHolder,
  target: Pick<MatterTarget, 'court' | 'responsible'>,
  field: string,
): Route | Refusal {
  const reach = reachOf(court, target.court);
  if (!reach) return refuse('matter-target-out-of-reach', `${field}.court`);
  const issued = issuedBy(court, court.rules.instrument, issuer, reach);
  if (issued.length === 0) return refuse('matter-issuer-not-entitled');
  const answered = issued.filter((route) =>
    isAnsweredBy(route, court, target, kindOf(court, target.responsible)),
  );
  if (answered.length === 0) return refuse('matter-responsible-not-entitled', `${field}.responsible`);
  const approved = answered.find((route) => route.approvers.includes(kindOf(court, approver)));
  return approved && isAbove(court, issuer, approver)
    ? approved
    : refuse('matter-approver-not-entitled', 'approver');
}

/** Whether the rules of an instrument let the post issue it to a court, whoever answers and approves. */
export function mayIssueTo(
  court: MatterCourt,
  instrument: Pick<InstrumentRules, 'routes'>,
  issuer: DutyHolder,
  target: string,
): boolean {
  const reach = reachOf(court, target);
  return reach !== undefined && issuedBy(court, instrument, issuer, reach).length > 0;
}

const issuedBy = (
  court: MatterCourt,
  { routes }: Pick<InstrumentRules, 'routes'>,
  issuer: DutyHolder,
  reach: Reach,
): readonly Route[] =>
  routes.routes.filter((route) => route.reach === reach && route.issuers.includes(kindOf(court, issuer)));

const kindOf = ({ facts }: Pick<MatterCourt, 'facts'>, { post }: Pick<DutyHolder, 'post'>): string =>
  facts.posts.get(post)?.kind ?? '';

const isAnsweredBy = (
  { responsible, answeredBy }: Route,
  { code }: MatterCourt,
  target: Pick<MatterTarget, 'court' | 'responsible'>,
  kind: string,
): boolean =>
  responsible.includes(kind) && target.responsible.court === (answeredBy === 'target' ? target.court : code);

/** Leaders that are above every post of the court without overseeing it. */
const ABOVE_ALL: ReadonlySet<string> = new Set(['president', 'partySecretary']);

/** 分管: the approver leads the issuer's division, or the court. */
const isAbove = (court: MatterCourt, issuer: DutyHolder, approver: DutyHolder): boolean =>
  issuer.court === approver.court &&
  (ABOVE_ALL.has(kindOf(court, approver)) ||
    superiorsOf(court.facts.posts, issuer.post, court.on).includes(approver.post));
