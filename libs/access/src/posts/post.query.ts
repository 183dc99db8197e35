import { answeringFor, divisionsOverseenBy, holdersOn, type PostRecord, type Validity } from '@liuhen/courts';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Directory } from '../directory/directory';
import type { Reader } from '../identity/reader';
import { PostKeeping } from './post-keeping';
import type { PostListView, PostView } from './post.views';

/** The posts of a court, and who holds them and answers for them today. */
export class ListPosts extends Query<PostListView> {
  constructor(
    /** Code of the court; the reader's own unless given. */
    readonly court: string | undefined,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListPosts)
export class ListPostsHandler implements IQueryHandler<ListPosts> {
  constructor(
    private readonly directory: Directory,
    private readonly keeping: PostKeeping,
  ) {}

  execute({ court = '', reader }: ListPosts): Promise<PostListView> {
    const code = court === '' ? reader.court : court;
    const courtId = this.keeping.requireSeenCourt(code, reader);
    const posts = [...this.directory.posts].filter(([, record]) => record.court === courtId);
    return Promise.resolve({
      court: code,
      courtName: this.directory.courtName(code),
      on: this.directory.today,
      items: posts.map(([id, record]) => this.#view(id, record)),
    });
  }

  #view(post: string, record: PostRecord): PostView {
    const { posts, today } = this.directory;
    const isNotOver = ({ until }: Validity) => until === null || until > today;
    const answering = answeringFor(posts, { post, person: null }, today);
    return {
      post,
      title: record.title,
      kind: record.kind,
      division: record.division,
      holders: holdersOn(posts, post, today).map(({ person, name, from }) => ({ person, name, from })),
      answering: { ...answering, name: this.#nameOf(answering.person) },
      leaves: record.leaves.filter(isNotOver).map(({ person, from, until }) => ({ person, from, until })),
      delegations: record.delegations.filter(isNotOver).map(({ id, person, to, from, until, approver }) => ({
        ...{ delegation: id, person, to, toName: this.directory.personName(to), from, until, approver },
      })),
      oversees: divisionsOverseenBy(record, today),
    };
  }

  #nameOf(person: string | null): string | null {
    return person === null ? null : this.directory.personName(person);
  }
}
