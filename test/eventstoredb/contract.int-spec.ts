import { describeEventStore } from '../../libs/event-store/src/testing/contract';
import { openStores, ServerUnderTest } from './open-store';

const server = new ServerUnderTest();
beforeAll(() => server.start());
afterAll(() => server.stop());

describeEventStore('the EventStoreDB store', () => openStores(server.url), { erases: false });
