import { Module } from '@nestjs/common';
import { MatterFileModule } from '../matter-file/matter-file.module';
import type { SupervisoryAct } from '../supervisory-act';
import { BulletinController } from './bulletin.controller';
import { bulletinDuties } from './bulletin.duties';
import { BULLETIN_DUTIES, bulletinEvents } from './bulletin.events';
import { HandleBulletinHandler } from './bulletin.handler';
import { ListBulletinsHandler } from './bulletin.query';
import { bulletinRefusals } from './bulletin.refusals';
import { bulletinSentences } from './bulletin.sentences';
import { bulletinPowers } from './bulletin.powers';

@Module({
  imports: [MatterFileModule],
  controllers: [BulletinController],
  providers: [HandleBulletinHandler, ListBulletinsHandler],
})
class BulletinModule {}

export const bulletinAct: SupervisoryAct = {
  name: 'bulletin',
  title: '通报',
  events: bulletinEvents,
  sentences: bulletinSentences,
  duties: bulletinDuties,
  dutyKinds: BULLETIN_DUTIES,
  powers: bulletinPowers,
  refusals: bulletinRefusals,
  projections: [],
  module: BulletinModule,
};
