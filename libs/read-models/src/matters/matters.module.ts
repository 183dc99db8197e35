import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/duties.module';
import { MatterRegister } from './matter-register';
import { MatterTeller } from './matter-teller';
import { MattersController } from './matters.controller';
import {
  ListAssignmentsHandler,
  ListChainsHandler,
  ListMattersHandler,
  SummariseMattersHandler,
} from './matters.query';

@Module({
  imports: [DutiesModule],
  controllers: [MattersController],
  providers: [
    MatterRegister,
    MatterTeller,
    ListMattersHandler,
    SummariseMattersHandler,
    ListChainsHandler,
    ListAssignmentsHandler,
  ],
})
export class MattersModule {}
