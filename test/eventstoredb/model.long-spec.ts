import { describeEventStoreDbModel } from './eventstoredb-model';

describeEventStoreDbModel({ runs: 100, maxCommands: 10 });
