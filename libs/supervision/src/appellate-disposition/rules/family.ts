import type { Forum } from '../../law/citation';
import type { EarlierDisposition } from './decision';
import type { GroundKind } from './ground';
import { possibleGrounds, statedGrounds } from './sight';
import type { Sight, StatedGrounds } from './sight';
import type { Stage } from '../../law/vocabulary';

const isDay = (day: string | undefined): day is string =>
  day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day);

/**
 * Earlier remands of the same procedure that concern this part, made at one of the stages. Orders to file or to
 * hear are not remands. An entry dated after the decision is not earlier; an undated one counts.
 */
export const earlierRemands = (
  { decision, part, earlier, forum }: Sight,
  ...stages: readonly Stage[]
): readonly EarlierDisposition[] =>
  earlier.filter(
    (e) =>
      e.outcome === 'remand' &&
      e.procedure === decision.procedure &&
      stages.includes(e.stage) &&
      (e.subject === undefined || part.subject === undefined || e.subject === part.subject) &&
      (!isDay(e.decidedOn) || e.decidedOn <= forum.day),
  );

/** Whether the earlier disposition rested on a ground of that kind; `undefined` where its grounds do not tell. */
export function restedOn(e: EarlierDisposition, kind: GroundKind, sight: Sight): boolean | undefined {
  const day = isDay(e.decidedOn) ? e.decidedOn : sight.forum.day;
  const forum: Required<Forum> = { day, procedure: e.procedure, stage: e.stage };
  const stated = statedGrounds(e, forum);
  if (stated.certain.some((ground) => ground.kind === kind)) return true;
  if (stated.alternatives.some((set) => set.every((ground) => ground.kind === kind))) return true;
  if (!tellsAll(stated)) return undefined;
  return possibleGrounds(stated).some((ground) => ground.kind === kind) ? undefined : false;
}

/** Whether something is stated, and nothing in words that mean no known ground. */
const tellsAll = (stated: StatedGrounds): boolean =>
  possibleGrounds(stated).length > 0 && stated.paraphrased.every(({ candidates }) => candidates.length > 0);

/** The earlier disposition for a message: its number, day, and the grounds that it prints. */
export function named({ caseNo, decidedOn = '日期不明', printedGrounds = [] }: EarlierDisposition): string {
  const printed = printedGrounds.length === 0 ? '' : `，所印理由：${printedGrounds.join('；')}`;
  return `${caseNo}（${decidedOn}${printed}）`;
}
