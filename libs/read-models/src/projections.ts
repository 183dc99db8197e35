import type { Projection } from '@liuhen/kernel';
import { acts, dutyRulebookOf } from '@liuhen/supervision';
import { actsByPersonProjection } from './duties/acts-by-person.projection';
import { dutiesProjection } from './duties/duties.projection';
import { personActsProjection } from './inspection/person-acts.projection';
import { mattersProjection } from './matters/matters.projection';
import { caseReadingsProjection } from './readers/case-readings.projection';
import { redactionsProjection } from './redactions/redactions.projection';

const allEvents = Object.fromEntries(acts.flatMap(({ events }) => Object.entries(events)));

/** Every read model of the product: those of the acts, and those that cross them. */
export const projections: readonly Projection[] = [
  ...acts.flatMap((act) => act.projections),
  mattersProjection,
  dutiesProjection(dutyRulebookOf(acts)),
  actsByPersonProjection(allEvents),
  redactionsProjection(allEvents),
  caseReadingsProjection,
  personActsProjection(allEvents),
];
