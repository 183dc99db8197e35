import { Module } from '@nestjs/common';
import { dutyRulebookOf } from '../duty-rulebook';
import type { SupervisoryAct } from '../supervisory-act';
import { dutyWarningEvents } from './duty-warning.events';
import { dutyWarningRefusals } from './duty-warning.refusals';
import { dutyWarningSentences } from './duty-warning.sentences';

/** The clock alone raises warnings: there is no route. */
@Module({})
class DutyWarningModule {}

/** @param acts whose duties are warned of. */
export const dutyWarningAct = (acts: readonly SupervisoryAct[]): SupervisoryAct => ({
  name: 'duty-warning',
  title: '预警',
  events: dutyWarningEvents,
  sentences: dutyWarningSentences(dutyRulebookOf(acts).kinds),
  duties: {},
  dutyKinds: {},
  powers: {},
  refusals: dutyWarningRefusals,
  projections: [],
  module: DutyWarningModule,
});
