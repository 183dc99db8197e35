import { LogDatabase, type OpenedStores } from '../open-store';
import { Session } from '../session';
import { NAIVE_LOG } from './naive-log';

/** The product's log and the naive one in a database of their own, and writers who go step by step. */
export class LogUnderTest extends LogDatabase {
  private readonly sessions: Session[] = [];

  override async create(): Promise<void> {
    await super.create();
    await this.query(NAIVE_LOG);
  }

  override async drop(): Promise<void> {
    await Promise.all(this.sessions.map((session) => session.close()));
    await super.drop();
  }

  /** Both logs are empty; what a failed test left open is no more. */
  override async open(): Promise<OpenedStores> {
    await Promise.all(this.sessions.map((session) => session.run('rollback')));
    await this.query('truncate public.naive_events');
    return super.open();
  }

  /** As a superuser, who may write into both logs. */
  async connect(): Promise<Session> {
    const session = await Session.connect(this.urls.operatorUrl);
    this.sessions.push(session);
    return session;
  }

  /** Tells the subscriptions at once of what was committed past the stores. */
  async announce(): Promise<void> {
    await this.query(`select pg_notify('log_business', '')`);
  }
}
