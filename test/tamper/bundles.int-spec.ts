import { tryAll } from './support/try-all';
import { BUNDLES } from './table/cells';

describe('tamperings with a bundle', () => {
  tryAll(BUNDLES);
});
