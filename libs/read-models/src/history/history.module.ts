import { Module } from '@nestjs/common';
import { ShowFamilyHandler } from '../family/family.query';
import { HistoryController } from './history.controller';
import { CompareMomentsHandler, ReplayHistoryHandler } from './history.query';
import { Replay } from './replay';

@Module({
  controllers: [HistoryController],
  providers: [Replay, ReplayHistoryHandler, CompareMomentsHandler, ShowFamilyHandler],
})
export class HistoryModule {}
