import { tryAll } from './support/try-all';
import { REMAINING_PLACES } from './table/cells';

describe('tamperings in all other places', () => {
  tryAll(REMAINING_PLACES);
});
