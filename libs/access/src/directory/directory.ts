import {
  courtAt,
  courtEvents,
  courtWithId,
  emptyCourtDirectory,
  emptyKeyBook,
  emptyPolicyBook,
  emptyPostDirectory,
  emptyProposalBook,
  keyEvents,
  policyEvents,
  policyVersionNamed,
  postEvents,
  postIdOfStream,
  postsDelegatedTo,
  postsHeldBy,
  proposalEvents,
  withCourtEvent,
  withKeyEvent,
  withPolicyEvent,
  withPostEvent,
  withProposalEvent,
  type Court,
  type CourtDirectory,
  type DelegatedPost,
  type HeldPost,
  type KeyBook,
  type PolicyBook,
  type PostDirectory,
  type ProposalBook,
} from '@liuhen/courts';
import type { EventStore } from '@liuhen/event-store';
import {
  chinaDateOf,
  decode,
  type CalendarDate,
  type Clock,
  type Position,
  type StoredEvent,
} from '@liuhen/kernel';

/** 法院、岗位、人员目录 and 审判权责规则: folded from the administration log and kept up with it. */
export class Directory {
  #courts: CourtDirectory = emptyCourtDirectory;
  #posts: PostDirectory = emptyPostDirectory;
  #policies: PolicyBook = emptyPolicyBook;
  #keys: KeyBook = emptyKeyBook;
  #proposals: ProposalBook = emptyProposalBook;
  /** Everybody who was ever appointed, so that nobody has to be looked for among all posts. */
  readonly #people = new Map<string, Appointed>();
  #position: Position | undefined;
  #failure: unknown;
  readonly #stop = new AbortController();
  #following: Promise<void> = Promise.resolve();

  constructor(private readonly clock: Clock) {}

  /** Reads all that there is, then goes on in the background until {@link close}. */
  async follow(store: EventStore): Promise<void> {
    await this.catchUp(store);
    this.#following = this.#keepUp(store);
  }

  /** Reads what there is now; also beside {@link follow}, so that whoever has written reads it. */
  async catchUp(store: EventStore): Promise<void> {
    for (let atHead = false; !atHead;) {
      const page = await store.readPage({ after: this.#position, types: TYPES, limit: PAGE_SIZE });
      page.events.forEach((event) => this.#add(event, store));
      if (page.scannedTo !== undefined && this.#isAhead(page.scannedTo, store))
        this.#position = page.scannedTo;
      atHead = page.atHead;
    }
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#following;
  }

  /** Why it does not follow the log any more: an access right may have ended without its knowing. */
  get failure(): unknown {
    return this.#failure;
  }

  get courts(): CourtDirectory {
    return this.#courts;
  }

  get posts(): PostDirectory {
    return this.#posts;
  }

  /** The rules of all courts. */
  get policies(): PolicyBook {
    return this.#policies;
  }

  /** 签名密钥: of everybody. */
  get keys(): KeyBook {
    return this.#keys;
  }

  /** What was proposed of posts, rules and keys, by stream. */
  get proposals(): ProposalBook {
    return this.#proposals;
  }

  /** The day in China, on which posts and codes are looked up. */
  get today(): CalendarDate {
    return chinaDateOf(this.clock.now());
  }

  postsOf(person: string): readonly HeldPost[] {
    const everHeld = [...(this.#people.get(person)?.posts ?? [])].flatMap((id) => {
      const post = this.#posts.get(id);
      return post ? [[id, post] as const] : [];
    });
    return postsHeldBy(new Map(everHeld), person, this.today);
  }

  /** The posts in which the person may act today by delegation. */
  delegatedTo(person: string): readonly DelegatedPost[] {
    return postsDelegatedTo(this.#posts, person, this.today);
  }

  knowsPerson(person: string): boolean {
    return this.#people.has(person);
  }

  /** The code today of the court with the id; `undefined` if it does not exist today. */
  codeOf(courtId: string): string | undefined {
    return courtWithId(this.#courts, courtId, this.today)?.code;
  }

  /** The name last used of the person; the id where there is none. */
  personName(person: string): string {
    return this.#people.get(person)?.name ?? person;
  }

  postTitle(post: string): string {
    return this.#posts.get(post)?.title ?? '';
  }

  /** Of a version of a court's rule; `undefined` where there is none. */
  policyTitle(version: string): string | undefined {
    return policyVersionNamed(this.#policies, version)?.title;
  }

  /** The court that has the code today. */
  courtCalled(code: string): Court | undefined {
    return courtAt(this.#courts, code, this.today);
  }

  courtName(code: string): string {
    return this.courtCalled(code)?.name ?? code;
  }

  async #keepUp(store: EventStore): Promise<void> {
    try {
      const request = { after: this.#position, types: TYPES, signal: this.#stop.signal };
      for await (const item of store.subscribe(request))
        if (item.kind === 'event') this.#add(item.event, store);
    } catch (error) {
      this.#failure = error;
    }
  }

  #isAhead(position: Position, store: EventStore): boolean {
    return this.#position === undefined || store.compare(position, this.#position) > 0;
  }

  /** Once, whoever of those who read the log comes first. */
  #add(event: StoredEvent, store: EventStore): void {
    if (!this.#isAhead(event.position, store)) return;
    const court = decode(courtEvents, event);
    if (court) this.#courts = withCourtEvent(this.#courts, court);
    const post = decode(postEvents, event);
    if (post) this.#posts = withPostEvent(this.#posts, post);
    const policy = decode(policyEvents, event);
    if (policy) this.#policies = withPolicyEvent(this.#policies, policy);
    const key = decode(keyEvents, event);
    if (key) this.#keys = withKeyEvent(this.#keys, key);
    const proposal = decode(proposalEvents, event);
    if (proposal) this.#proposals = withProposalEvent(this.#proposals, proposal);
    if (post?.type === 'PersonAppointed') this.#appoint(post.data, postIdOfStream(event.header.stream) ?? '');
    this.#position = event.position;
  }

  #appoint({ person, name }: { readonly person: string; readonly name: string }, post: string): void {
    const posts = new Set(this.#people.get(person)?.posts).add(post);
    this.#people.set(person, { name, posts });
  }
}

interface Appointed {
  /** As last appointed. */
  readonly name: string;
  /** Ids of the posts ever held. */
  readonly posts: ReadonlySet<string>;
}

const TYPES = Object.keys({
  ...courtEvents,
  ...postEvents,
  ...policyEvents,
  ...keyEvents,
  ...proposalEvents,
});
const PAGE_SIZE = 1_000;
