import { HistoryModule } from '@liuhen/read-models';
import { Module, type DynamicModule } from '@nestjs/common';
import { EvidenceController } from './evidence/evidence.controller';
import { ExportEvidenceHandler } from './evidence/evidence.query';
import { LeafSight } from './reading/leaf-sight';
import { Ledgers } from './reading/ledgers';
import { Snapshot } from './reading/snapshot';
import { VerifierPolicy } from './reading/verifier-policy';
import { ReceiptController } from './receipts/receipt.controller';
import { ShowReceiptHandler } from './receipts/receipt.query';
import { TlogController } from './tlog/tlog.controller';

export interface LedgerParts {
  readonly policy: VerifierPolicy;
}

/** 存证: receipts, evidence, and the logs as cosigners read them. */
@Module({})
export class LedgerModule {
  static with({ policy }: LedgerParts): DynamicModule {
    return {
      module: LedgerModule,
      imports: [HistoryModule],
      controllers: [EvidenceController, ReceiptController, TlogController],
      providers: [
        { provide: VerifierPolicy, useValue: policy },
        Ledgers,
        Snapshot,
        LeafSight,
        ShowReceiptHandler,
        ExportEvidenceHandler,
      ],
    };
  }
}
