import { isRefusal, type Message, type Refusal } from '@liuhen/kernel';
import { advance } from '../matter-rules/charges';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedStep } from '../matter-rules/owed';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import { rankingOn } from './bulletin-rules';
import type { BulletinFigure, CheckedFigures } from './bulletin.events';
import { refuse } from './bulletin.refusals';
import { isDecimalText } from '../matter-rules/decimal-text';

/** A figure as it is given: the bulletin numbers it. */
type GivenFigure = Omit<BulletinFigure, 'figure'>;

interface GivenFigures extends Omit<CheckedFigures, keyof MatterStep | 'figures'> {
  readonly figures: readonly GivenFigure[];
}

export type CheckFiguresCommand = Message<'CheckFigures', GivenFigures>;

/** 数据核验: before anybody approves what is told of whom. */
export function checkFigures(given: GivenFigures, matter: Matter, court: MatterCourt): MatterDecision {
  const owed = owedStep(court, matter, 'figuresCheck');
  if (isRefusal(owed)) return owed;
  const ranking = rankingOn(court, court.on);
  if (isRefusal(ranking)) return ranking;
  if (given.ranked && !ranking.allowed) return refuse('bulletin-ranking-forbidden', 'ranked');
  if (given.asOf > court.on) return refuse('bulletin-figures-not-yet', 'asOf');
  const refusal = refuseFigures(given.figures, matter);
  if (refusal) return refusal;
  const data = {
    ...given,
    ...fulfilling(matter, owed.duty),
    charges: advance(court, matter, 'figuresCheck'),
    figures: given.figures.map((figure, place) => ({ figure: String(place + 1), ...figure })),
  };
  const { steps, terms } = court.rules.instrument;
  return [step({ type: 'FiguresChecked', data }, court, steps.basis, terms.basis, ranking.basis)];
}

function refuseFigures(
  figures: readonly GivenFigure[],
  { content: { targets } }: Matter,
): Refusal | undefined {
  if (figures.length === 0) return refuse('bulletin-figures-missing', 'figures');
  for (const [place, figure] of figures.entries()) {
    const field = `figures[${String(place)}]`;
    if (!targets.some(({ court }) => court === figure.court))
      return refuse('bulletin-figure-court-outside', `${field}.court`);
    if (!isDecimalText(figure.value)) return refuse('bulletin-value-not-decimal', `${field}.value`);
    if (figures.slice(0, place).some((earlier) => isSame(earlier, figure)))
      return refuse('bulletin-figure-repeated', field);
  }
  return undefined;
}

const isSame = (one: GivenFigure, other: GivenFigure): boolean =>
  one.court === other.court && one.indicator === other.indicator;
