import { describeEventStore } from '../../libs/event-store/src/testing/contract';
import { LogDatabase } from './open-store';

const database = new LogDatabase();
beforeAll(() => database.create());
afterAll(() => database.drop());

describeEventStore('the PostgreSQL store', () => database.open(), { erases: true });
