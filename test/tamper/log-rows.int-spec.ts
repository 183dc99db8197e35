import { tryAll } from './support/try-all';
import { ROWS_OF_LOGS } from './table/cells';

describe('tamperings with the rows of a log', () => {
  tryAll(ROWS_OF_LOGS);
});
