import { describeHostileRequests } from './support/hostile-suite';

describeHostileRequests(1_000);
