import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/duties.module';
import { MatterIndex } from './matter-index';
import { MatterRegister } from './matter-register';
import { MatterRegisterController } from './matter-register.controller';
import { MatterTeller } from './matter-teller';
import { MattersController } from './matters.controller';
import {
  ListAssignmentsHandler,
  ListChainsHandler,
  ListMattersHandler,
  ShowRegisterHandler,
  SummariseMattersHandler,
} from './matters.query';

@Module({
  imports: [DutiesModule],
  controllers: [MattersController, MatterRegisterController],
  providers: [
    MatterIndex,
    MatterRegister,
    MatterTeller,
    ListMattersHandler,
    SummariseMattersHandler,
    ListChainsHandler,
    ListAssignmentsHandler,
    ShowRegisterHandler,
  ],
  exports: [MatterIndex],
})
export class MattersModule {}
