import { Module } from '@nestjs/common';
import { DutiesController } from './duties.controller';
import { ListDutiesHandler, SummariseDutiesHandler } from './duties.query';
import { DutyRegister } from './duty-register';
import { DutyTeller } from './duty-teller';
import { ShowWorklistHandler } from './worklist.query';

@Module({
  controllers: [DutiesController],
  providers: [DutyRegister, DutyTeller, ListDutiesHandler, SummariseDutiesHandler, ShowWorklistHandler],
})
export class DutiesModule {}
