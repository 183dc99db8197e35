import { tryAll } from './support/try-all';
import { WHOLE_LOGS } from './table/whole-log';

describe('tamperings with a whole log, and with what its keepers remember', () => {
  tryAll(WHOLE_LOGS);
});
