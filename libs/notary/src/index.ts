export { LedgerModule, type LedgerParts } from './ledger.module';
export { Notary } from './notary/notary';
export type { NotaryOptions, NotaryReport } from './notary/options';
export { readVerifierPolicy, VerifierPolicy } from './reading/verifier-policy';
export { receiptRefusals } from './receipts/receipt.query';
