import { tryAll } from './support/try-all';
import { CONTENTS } from './table/bundle-contents';
import { EVENTS } from './table/bundle-events';
import { MANIFESTS } from './table/bundle-manifest';
import { PROOFS } from './table/bundle-proofs';
import { SIGNATURES } from './table/bundle-signatures';

describe('tamperings with a bundle', () => {
  tryAll({ ...MANIFESTS, ...EVENTS, ...PROOFS, ...SIGNATURES, ...CONTENTS });
});
