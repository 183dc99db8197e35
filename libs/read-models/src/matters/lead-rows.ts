import type { Instant } from '@liuhen/kernel';
import { isOver, type MatterContent } from '@liuhen/supervision';
import type { MatterRecord } from './matter-record';
import { caseIdIn } from './subject-rows';

/** A row of table `matter_leads`: an open lead (督察线索), of which nobody may learn by who looks at what. */
interface LeadRow {
  readonly matter: string;
  /** From its first draft on. */
  readonly since: Instant;
  /** Persons, and posts where whoever holds them is meant, who have to do with it on the issuing side. */
  readonly handlers: readonly string[];
  /** Ids of the cases at which it is aimed; where there are none, all cases of the courts. */
  readonly cases: readonly string[];
  /** Codes of the courts aimed at. */
  readonly courts: readonly string[];
}

/** None once it is over: what was looked at then shows. */
export function leadRows(matter: string, { matter: state, rounds }: MatterRecord): readonly LeadRow[] {
  const round = rounds.at(-1);
  if (!round || !state.confidential || isOver(state.stage)) return [];
  const { targets } = state.content;
  return [
    {
      matter,
      since: round.begunAt,
      handlers: handlersOf(state),
      cases: targets.flatMap(({ caseNumber }) => (caseNumber === null ? [] : caseIdIn(caseNumber))),
      courts: [...new Set(targets.map(({ court }) => court))],
    },
  ];
}

function handlersOf({ issuer, approver, involved, content }: MatterRecord['matter']): readonly string[] {
  const all = [issuer, approver, ...involved, ...chargedIn(content)];
  return [...new Set(all.map(({ person, post }) => person ?? post))];
}

/** Inspectors who are to look into it, also before it is sent to them. */
const chargedIn = ({ targets }: MatterContent) =>
  targets.filter(({ answeredBy }) => answeredBy === 'issuer').map(({ responsible }) => responsible);
