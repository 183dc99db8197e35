export { codesOf, installationSecret, passwordOf } from './accounts/demonstration-secrets';
export { EmbeddedSignIn, OIDC_PATH, type EmbeddedSignInParts } from './embedded-sign-in';
