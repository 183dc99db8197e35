import { describeHostileRequests } from './support/hostile-suite';

describeHostileRequests(20_000);
