import { Directory, type Reader } from '@liuhen/access';
import { postKindOf, type HeldPost } from '@liuhen/courts';
import type { CalendarDate, Instant } from '@liuhen/kernel';
import { ReadDatabase, Runtimes } from '@liuhen/platform';
import { acts, policyKinds } from '@liuhen/supervision';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { tellerOf, type TellEvent } from '../history/line';
import { instantSql } from '../instant-sql';
import { DutyRegister } from './duty-register';
import { mayDo } from './may-do';
import type { Me, OwnPostView } from './me.views';
import { powersOf } from './powers';

/** What a person may do, owes, and did. */
export class ShowMe extends Query<Me> {
  constructor(readonly reader: Pick<Reader, 'person'>) {
    super();
  }
}

const LATEST_ACTS = 20;
const POLICIES = policyKinds.map(({ policy }) => policy);

@QueryHandler(ShowMe)
export class ShowMeHandler implements IQueryHandler<ShowMe> {
  readonly #tell: TellEvent;

  constructor(
    private readonly db: ReadDatabase,
    private readonly runtimes: Runtimes,
    private readonly directory: Directory,
    private readonly register: DutyRegister,
  ) {
    this.#tell = tellerOf(acts, directory);
  }

  async execute({ reader: { person } }: ShowMe): Promise<Me> {
    const { today } = this.directory;
    const [duties, latest] = await Promise.all([this.#duties(person, today), this.#latestActs(person)]);
    return {
      person,
      name: this.directory.personName(person),
      posts: this.#posts(person, today),
      duties,
      acts: latest,
    };
  }

  #posts(person: string, on: CalendarDate): readonly OwnPostView[] {
    const own = this.directory.postsOf(person).map((post) => this.#post(post, null, on));
    const delegated = this.directory.delegatedTo(person).map((post) => {
      const delegations = this.directory.posts.get(post.id)?.delegations ?? [];
      const by = delegations.find(({ id }) => id === post.delegation)?.person ?? null;
      return this.#post(post, by, on);
    });
    return [...own, ...delegated];
  }

  #post(post: HeldPost, delegatedBy: string | null, on: CalendarDate): OwnPostView {
    const kind = postKindOf(post.kind);
    return {
      post: post.id,
      title: post.title,
      kind: post.kind,
      kindName: kind?.name ?? post.kind,
      party: kind?.party ?? 'supportDepartment',
      court: this.directory.codeOf(post.court) ?? post.court,
      division: post.division,
      delegatedBy,
      mayDo: mayDo(post.kind),
      powers: powersOf(post.kind, POLICIES, this.directory, post.court, on),
    };
  }

  async #duties(person: string, on: CalendarDate): Promise<Me['duties']> {
    const answered = this.register.answeredBy(person, on);
    const [own, others] = await Promise.all([
      this.register.countOwedBy(answered.filter(({ why }) => why === 'holder')),
      this.register.countOwedBy(answered.filter(({ why }) => why !== 'holder')),
    ]);
    return { ...own, delegated: others.open, delegatedLate: others.late };
  }

  async #latestActs(person: string): Promise<Me['acts']> {
    const { rows } = await this.db.query<{ stream: string; rev: number; event: string; recordedAt: Instant }>(
      `select stream, rev, event, ${instantSql('recorded_at')} as "recordedAt"
         from read.acts_by_person where person = $1
        order by recorded_at desc, stream, rev desc limit $2`,
      [person, LATEST_ACTS],
    );
    return Promise.all(
      rows.map(async ({ stream, rev, event, recordedAt }) => ({
        line: await this.#line(stream, rev),
        stream,
        event,
        recordedAt,
      })),
    );
  }

  async #line(stream: string, rev: number): Promise<string> {
    const [event] = await this.runtimes.business.store.readStream(stream, { from: rev, limit: 1 });
    return event ? this.#tell(event) : '';
  }
}
