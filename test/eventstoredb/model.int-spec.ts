import { EventStoreDbEventStore } from '@liuhen/event-store';
import { TEST_LOG } from '@liuhen/event-store/testing';
import { randomBytes } from 'node:crypto';
import { describeModel } from '../../libs/event-store/src/testing/model';
import { SharedLog } from '../event-store/shared-log';
import { ServerUnderTest } from './open-store';

const server = new ServerUnderTest();
let log: SharedLog;

beforeAll(async () => {
  await server.start();
  const namespace = `test${randomBytes(6).toString('hex')}`;
  log = new SharedLog(server.url, (url) => EventStoreDbEventStore.open({ url, log: TEST_LOG, namespace }));
});
afterAll(async () => {
  await log.end();
  server.stop();
});

describeModel('the EventStoreDB store', () => Promise.resolve(log), { runs: 50, maxCommands: 10 });
