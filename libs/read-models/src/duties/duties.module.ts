import { Module } from '@nestjs/common';
import { SeenStreams } from '../history/seen-streams';
import { AccountabilityController } from './accountability.controller';
import { ShowAccountabilityHandler } from './accountability.query';
import { DutiesController } from './duties.controller';
import { ListDutiesHandler, SummariseDutiesHandler } from './duties.query';
import { DutyRegister } from './duty-register';
import { DutyTeller } from './duty-teller';
import { MeController } from './me.controller';
import { ShowMeHandler } from './me.query';
import { TenureTeller } from './tenure-teller';
import { ShowWorklistHandler } from './worklist.query';

@Module({
  controllers: [DutiesController, AccountabilityController, MeController],
  providers: [
    SeenStreams,
    DutyRegister,
    DutyTeller,
    TenureTeller,
    ListDutiesHandler,
    SummariseDutiesHandler,
    ShowWorklistHandler,
    ShowAccountabilityHandler,
    ShowMeHandler,
  ],
  exports: [DutyTeller],
})
export class DutiesModule {}
