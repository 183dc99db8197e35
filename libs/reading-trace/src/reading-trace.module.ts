import { RefusalTrace } from '@liuhen/platform';
import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { ReadingInterceptor } from './reading.interceptor';
import { ReadingRules } from './reading-rules';
import { Readings } from './readings';
import { TracedRefusals } from './traced-refusals';
import { TracedRoutes } from './traced-routes';

/** 查阅留痕: what is read and what is refused is recorded, in a log of its own. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    ReadingRules,
    Readings,
    TracedRoutes,
    { provide: APP_INTERCEPTOR, useClass: ReadingInterceptor },
    { provide: RefusalTrace, useClass: TracedRefusals },
  ],
  exports: [RefusalTrace],
})
export class ReadingTraceModule {}
