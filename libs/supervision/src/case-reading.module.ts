import { Global, Module } from '@nestjs/common';
import { acts } from './acts';
import { AllActs, allActs } from './case-file/all-acts';
import { CaseReading } from './case-file/case-reading';

/** Reading a case, for all who do: what may be shown of an event is said by the act that records it. */
@Global()
@Module({
  providers: [{ provide: AllActs, useValue: allActs(acts) }, CaseReading],
  exports: [AllActs, CaseReading],
})
export class CaseReadingModule {}
