import { Module } from '@nestjs/common';
import { MatterFileModule } from '../matter-file/matter-file.module';
import { matterRulesRefusals } from '../matter-rules/matter-rules.refusals';
import type { SupervisoryAct } from '../supervisory-act';
import { AnsweringController } from './answering.controller';
import { ClosingController } from './closing.controller';
import { ExaminingController } from './examining.controller';
import { IssuingController } from './issuing.controller';
import { MatterDocumentsController } from './matter-documents.controller';
import { KeepMatterDocumentHandler } from './matter-documents.handler';
import { OpenMatterDocumentHandler } from './matter-documents.query';
import { SupervisionMatterController } from './supervision-matter.controller';
import { supervisionMatterDuties } from './supervision-matter.duties';
import { MATTER_DUTIES, supervisionMatterEvents } from './supervision-matter.events';
import { HandleMatterHandler, lapseReceipt } from './supervision-matter.handler';
import { ListRoutesHandler, ScreenWordingHandler, ShowMatterHandler } from './supervision-matter.query';
import { supervisionMatterRefusals } from './supervision-matter.refusals';
import { supervisionMatterSentences } from './supervision-matter.sentences';
import { supervisionMatterPowers } from './supervision-matter.powers';

@Module({
  imports: [MatterFileModule],
  controllers: [
    SupervisionMatterController,
    MatterDocumentsController,
    IssuingController,
    AnsweringController,
    ExaminingController,
    ClosingController,
  ],
  providers: [
    HandleMatterHandler,
    ShowMatterHandler,
    ListRoutesHandler,
    ScreenWordingHandler,
    KeepMatterDocumentHandler,
    OpenMatterDocumentHandler,
  ],
})
class SupervisionMatterModule {}

export const supervisionMatterAct: SupervisoryAct = {
  name: 'supervision-matter',
  title: '督导事项',
  events: supervisionMatterEvents,
  sentences: supervisionMatterSentences,
  duties: supervisionMatterDuties,
  dutyKinds: MATTER_DUTIES,
  lapses: { matterReceipt: lapseReceipt },
  powers: supervisionMatterPowers,
  refusals: { ...matterRulesRefusals, ...supervisionMatterRefusals },
  projections: [],
  module: SupervisionMatterModule,
};
