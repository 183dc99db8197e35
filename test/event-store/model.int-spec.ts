import { describePostgresModel } from './postgres-model';

describePostgresModel({ runs: 100, maxCommands: 10 });
