import { isRefusal, type Message, type Refusal } from '@liuhen/kernel';
import { advance } from '../matter-rules/charges';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedStep } from '../matter-rules/owed';
import { screenedWords } from '../matter-rules/screening';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import { refusePopulation } from './population';
import type { SetAgenda } from './tasking-meeting.events';
import { refuse } from './tasking-meeting.refusals';

type GivenAgenda = Omit<SetAgenda, keyof MatterStep | 'screened'>;

export type SetAgendaCommand = Message<'SetAgenda', GivenAgenda>;

/** 议题和数据包: on what is spoken, by which figures; and of whom a random meeting will draw. */
export function setAgenda(given: GivenAgenda, matter: Matter, court: MatterCourt): MatterDecision {
  const owed = owedStep(court, matter, 'agenda');
  if (isRefusal(owed)) return owed;
  if (given.topics.length === 0) return refuse('tasking-topics-missing', 'topics');
  if (given.dataPackage.asOf > court.on) return refuse('tasking-data-not-yet', 'dataPackage.asOf');
  const refusal = refuseDraw(given, matter, court);
  if (refusal) return refusal;
  const texts = given.topics.map((text, place) => ({ field: `topics[${String(place)}]`, text }));
  const words = screenedWords(texts, court.rules.common.screening, given.screenedReason);
  if (isRefusal(words)) return words;
  const charges = advance(court, matter, 'agenda');
  const data = { ...given, ...fulfilling(matter, owed.duty), charges, ...words };
  const { steps, terms } = court.rules.instrument;
  return [step({ type: 'AgendaSet', data }, court, steps.basis, terms.basis)];
}

/** Of whom is drawn is fixed before the issue, from which the chance comes. */
function refuseDraw({ cadence, draw }: GivenAgenda, matter: Matter, court: MatterCourt): Refusal | undefined {
  if (cadence === 'regular') return draw === null ? undefined : refuse('tasking-draw-not-here', 'draw');
  if (draw === null) return refuse('tasking-draw-required', 'draw');
  if (matter.issuedOn !== null) return refuse('tasking-random-after-issue', 'cadence');
  return refusePopulation(court, matter, draw, 'draw');
}
