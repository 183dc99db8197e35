export { LedgerModule, type LedgerParts } from './ledger.module';
export { Notary } from './notary/notary';
export type { NotaryOptions, NotaryReport } from './notary/options';
export { readVerifierPolicy } from './reading/verifier-policy';
export { receiptRefusals } from './receipts/receipt.query';
export { checkLedger } from './fsck/check-ledger';
export { checkOwnSignatures } from './fsck/check-own-signatures';
export type { LedgerFinding, LedgerFindingKind } from './fsck/ledger-finding';
export { exportLog, type TlogFile } from './tlog/export-log';
