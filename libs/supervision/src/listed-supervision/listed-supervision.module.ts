import { Module } from '@nestjs/common';
import { MatterFileModule } from '../matter-file/matter-file.module';
import type { SupervisoryAct } from '../supervisory-act';
import { ListedSupervisionController } from './listed-supervision.controller';
import { listedSupervisionDuties } from './listed-supervision.duties';
import { LISTED_DUTIES, listedSupervisionEvents } from './listed-supervision.events';
import { HandleListingHandler } from './listed-supervision.handler';
import { ShowListingHandler } from './listed-supervision.query';
import { listedSupervisionRefusals } from './listed-supervision.refusals';
import { listedSupervisionSentences } from './listed-supervision.sentences';
import { listedSupervisionPowers } from './listed-supervision.powers';

@Module({
  imports: [MatterFileModule],
  controllers: [ListedSupervisionController],
  providers: [HandleListingHandler, ShowListingHandler],
})
class ListedSupervisionModule {}

export const listedSupervisionAct: SupervisoryAct = {
  name: 'listed-supervision',
  title: '挂牌督办',
  events: listedSupervisionEvents,
  sentences: listedSupervisionSentences,
  duties: listedSupervisionDuties,
  dutyKinds: LISTED_DUTIES,
  powers: listedSupervisionPowers,
  refusals: listedSupervisionRefusals,
  projections: [],
  module: ListedSupervisionModule,
};
