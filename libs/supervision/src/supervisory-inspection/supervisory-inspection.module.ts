import { Module } from '@nestjs/common';
import { MatterFileModule } from '../matter-file/matter-file.module';
import type { SupervisoryAct } from '../supervisory-act';
import { SupervisoryInspectionController } from './supervisory-inspection.controller';
import { supervisoryInspectionDuties } from './supervisory-inspection.duties';
import { INSPECTION_DUTIES, supervisoryInspectionEvents } from './supervisory-inspection.events';
import { HandleInspectionHandler } from './supervisory-inspection.handler';
import { ShowInspectionHandler } from './supervisory-inspection.query';
import { supervisoryInspectionRefusals } from './supervisory-inspection.refusals';
import { supervisoryInspectionSentences } from './supervisory-inspection.sentences';
import { supervisoryInspectionPowers } from './supervisory-inspection.powers';

@Module({
  imports: [MatterFileModule],
  controllers: [SupervisoryInspectionController],
  providers: [HandleInspectionHandler, ShowInspectionHandler],
})
class SupervisoryInspectionModule {}

export const supervisoryInspectionAct: SupervisoryAct = {
  name: 'supervisory-inspection',
  title: '点对点督导、下沉督导',
  events: supervisoryInspectionEvents,
  sentences: supervisoryInspectionSentences,
  duties: supervisoryInspectionDuties,
  dutyKinds: INSPECTION_DUTIES,
  powers: supervisoryInspectionPowers,
  refusals: supervisoryInspectionRefusals,
  projections: [],
  module: SupervisoryInspectionModule,
};
