import { tryAll } from './support/try-all';
import { ROWS_OF_LEDGERS } from './table/cells';

describe('tamperings with the rows of a ledger', () => {
  tryAll(ROWS_OF_LEDGERS);
});
