import { describeEventStoreDbModel } from './eventstoredb-model';

describeEventStoreDbModel({ runs: 10, maxCommands: 8 });
