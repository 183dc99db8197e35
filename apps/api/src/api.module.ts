import { AccessModule, type AccessParts } from '@liuhen/access';
import { LedgerModule, type LedgerParts } from '@liuhen/notary';
import { RuntimeModule, type ProcessParts } from '@liuhen/platform';
import {
  AdministrationModule,
  DutiesModule,
  HistoryModule,
  InspectionModule,
  MattersModule,
  ReadersModule,
} from '@liuhen/read-models';
import { ReadingTraceModule } from '@liuhen/reading-trace';
import { acts, CaseDocumentsModule, CaseReadingModule } from '@liuhen/supervision';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { EventFeedController } from './events/event-feed.controller';
import { EventStreamController } from './events/event-stream.controller';
import { HealthController } from './health/health.controller';
import { DocsController } from './openapi/docs.controller';
import { OpenApiController, PublishedDocument } from './openapi/openapi.controller';

export type ApiParts = ProcessParts & AccessParts & LedgerParts;

/** What is served beside the routes of the process itself: the acts, their documents, and what crosses them. */
export const SLICES: readonly Type[] = [
  ...acts.map(({ module }) => module),
  CaseDocumentsModule,
  HistoryModule,
  MattersModule,
  DutiesModule,
  AdministrationModule,
  ReadersModule,
  InspectionModule,
];

/** Composition root of the HTTP face. */
@Module({})
export class ApiModule {
  static with(parts: ApiParts, slices: readonly Type[] = SLICES): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        CqrsModule.forRoot(),
        RuntimeModule.with(parts),
        AccessModule.with(parts),
        CaseReadingModule,
        ReadingTraceModule,
        LedgerModule.with(parts),
        ...slices,
      ],
      controllers: [
        EventFeedController,
        EventStreamController,
        HealthController,
        OpenApiController,
        DocsController,
      ],
      providers: [PublishedDocument],
    };
  }
}
