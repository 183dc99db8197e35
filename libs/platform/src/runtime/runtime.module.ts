import type { Sql } from '@liuhen/kernel';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { DocumentStore } from '../documents/document-store';
import { ErasureJournal } from '../erasures/erasure-journal';
import { AnswerInterceptor } from '../http/answer.interceptor';
import { PositionInterceptor } from '../http/position.interceptor';
import { ProjectionWaits } from '../http/projection-waits';
import { OneHandlerEach } from '../one-handler-each';
import { ProblemFilter } from '../problem/problem.filter';
import { Metrics } from '../telemetry/metrics';
import { requestValidation } from '../validation/request-validation.pipe';
import { ReadDatabase } from './read-database';
import { Runtimes } from './runtimes';

/** What a process opens before Nest and closes after it. */
export interface ProcessParts {
  readonly runtimes: Runtimes;
  /** As the application role. */
  readonly databaseUrl: string;
  /** Made on the read database. */
  readonly waits: (database: Sql) => ProjectionWaits;
  readonly metrics: Metrics;
  readonly documents: DocumentStore;
  readonly erasures: ErasureJournal;
}

/** Gives every slice, without an import of its own: the logs' runtimes, the read database, the documents, and the ways of the edge. */
@Module({})
export class RuntimeModule {
  static with({ runtimes, databaseUrl, waits, metrics, documents, erasures }: ProcessParts): DynamicModule {
    return {
      module: RuntimeModule,
      global: true,
      imports: [DiscoveryModule, TypeOrmModule.forRoot(readOnly(databaseUrl))],
      providers: [
        { provide: Runtimes, useValue: runtimes },
        { provide: ProjectionWaits, useFactory: waits, inject: [ReadDatabase] },
        { provide: Metrics, useValue: metrics },
        { provide: DocumentStore, useValue: documents },
        { provide: ErasureJournal, useValue: erasures },
        { provide: APP_PIPE, useFactory: requestValidation },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: PositionInterceptor },
        ReadDatabase,
        OneHandlerEach,
      ],
      exports: [Runtimes, ProjectionWaits, Metrics, DocumentStore, ErasureJournal, ReadDatabase],
    };
  }
}

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;
/** Beyond any paged query; what takes longer is a missing index, and must not take the pool with it. */
const STATEMENT_TIMEOUT_MS = 10_000;

const readOnly = (url: string): TypeOrmModuleOptions => ({
  type: 'postgres',
  url,
  schema: 'read',
  autoLoadEntities: true,
  synchronize: false,
  installExtensions: false,
  // The process ends with the reason; whoever started it starts it again.
  retryAttempts: 0,
  applicationName: 'liuhen-read',
  poolSize: POOL_SIZE,
  connectTimeoutMS: CONNECT_TIMEOUT_MS,
  extra: {
    statement_timeout: STATEMENT_TIMEOUT_MS,
    options: '-c default_transaction_read_only=on',
  },
});
