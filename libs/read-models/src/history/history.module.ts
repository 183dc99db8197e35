import { Module } from '@nestjs/common';
import { ShowFamilyHandler } from '../family/family.query';
import { MattersModule } from '../matters/matters.module';
import { CasePast } from './case-past';
import { HistoryController } from './history.controller';
import { CompareMomentsHandler, ReplayHistoryHandler } from './history.query';
import { MatterHistoryController } from './matter-history.controller';
import { CompareMatterHandler, ReplayMatterHandler, ReplaySubjectHandler } from './matter-history.query';
import { Replay } from './replay';
import { SeenStreams } from './seen-streams';

@Module({
  imports: [MattersModule],
  controllers: [HistoryController, MatterHistoryController],
  providers: [
    SeenStreams,
    Replay,
    CasePast,
    ReplayHistoryHandler,
    CompareMomentsHandler,
    ReplayMatterHandler,
    CompareMatterHandler,
    ReplaySubjectHandler,
    ShowFamilyHandler,
  ],
  exports: [SeenStreams],
})
export class HistoryModule {}
