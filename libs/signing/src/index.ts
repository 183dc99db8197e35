export { findingText } from './cosigner/cosign-answer';
export { cosignFiles, type AnsweredFile, type FileExchange } from './cosigner/cosign-files';
export { enrol, foundCosigner, isEnrolled, openKey as openCosignerKey } from './cosigner/cosigner-directory';
export { openCosigner, type CosignerOptions, type OpenCosigner } from './cosigner/open-cosigner';
export { parseResponseFile, requestDigest, type ResponseFile } from './cosigner/response-file';
export { startCosigner, type CosignerServiceOptions } from './cosigner/start-cosigner';
export { DirectoryLock } from './durable/directory-lock';
export { originsIn } from './durable/log-folder';
export { parseAddress, type Address } from './http/address';
export { readSecret } from './http/secret';
export { type Served } from './http/serve';
export { hashOfScheme } from './keys/hash-of-scheme';
export { type Declaration, type DeclaredRestart } from './signer/log-state';
export { type LogStanding } from './signer/log-standing';
export { type Growth } from './signer/sign-request';
export { startSigner, type SignerOptions } from './signer/signer';
export {
  SignerClient,
  SignerUnavailable,
  type SignerClientOptions,
  type SignOutcome,
} from './signer/signer-client';
export { declareStart, foundLog, verifierKeysIn } from './signer/signer-directory';
export { SigningFailure, type SigningFault } from './signing-failure';
