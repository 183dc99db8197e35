import { EventStoreDbEventStore } from '@liuhen/event-store';
import { TEST_LOG } from '@liuhen/event-store/testing';
import { randomBytes } from 'node:crypto';
import { describeModel, type ModelOptions } from '../../libs/event-store/src/testing/model';
import { SharedLog } from '../event-store/shared-log';
import { ServerUnderTest } from './open-store';

/** What a process knows of the others' clocks is left to the contract suite. */
const DAY_MS = 86_400_000;

/** All runs on one log. A real server must be a single node without TLS: the line to it is cut by a proxy. */
export function describeEventStoreDbModel(options: ModelOptions): void {
  const server = new ServerUnderTest();
  const namespace = `test${randomBytes(6).toString('hex')}`;
  const limits = { maxSkewMs: DAY_MS };
  let log: SharedLog;
  beforeAll(async () => {
    await server.start();
    log = new SharedLog(server.url, (url) =>
      EventStoreDbEventStore.open({ url, log: TEST_LOG, namespace, limits }),
    );
  });
  afterAll(async () => {
    await log.end();
    server.stop();
  });

  describeModel('the EventStoreDB store', () => Promise.resolve(log), options);
}
