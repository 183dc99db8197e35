import { postKindOf, type DelegatedPost, type HeldPost } from '@liuhen/courts';
import { Problem } from '@liuhen/platform';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Directory } from '../directory/directory';
import { TokenVerifier } from '../tokens/token-verifier';
import type { Reader } from './reader';
import { SecondFactor } from './second-factor';

/**
 * Names the post in which a person with several acts, and one that is delegated to them; percent-encoded, as post ids
 * hold Chinese.
 */
export const POST_HEADER = 'Liuhen-Post';

export interface Identity {
  readonly reader: Reader;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
}

/** From a request to the person and post behind it: the token says who, the directory says what they are. */
@Injectable()
export class Identities {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly directory: Directory,
    private readonly secondFactor: SecondFactor,
  ) {}

  /** @throws Problem 401 or 403 */
  async identify({ headers }: Pick<FastifyRequest, 'headers'>): Promise<Identity> {
    const { person, expiresAt, ...signIn } = await this.verifier.verify(bearerToken(headers.authorization));
    const held = this.directory.postsOf(person);
    if (held.length === 0)
      throw new Problem(this.directory.knowsPerson(person) ? 'no-post' : 'unknown-person');
    const powers = { held, delegated: this.directory.delegatedTo(person) };
    const chosen = chosenPost(powers, headers[POST_HEADER.toLowerCase()]);
    const secondFactor = this.secondFactor.isGiven(signIn);
    return { reader: { ...this.#reader(person, chosen), secondFactor }, expiresAt };
  }

  #reader(
    person: string,
    { id, kind, division, court: courtId, delegation }: ChosenPost,
  ): Omit<Reader, 'secondFactor'> {
    const court = this.directory.codeOf(courtId);
    const party = postKindOf(kind)?.party;
    if (court === undefined || party === undefined) throw new Problem('no-post');
    return { person, post: id, kind, division, court, party, delegation };
  }
}

/** RFC 6750 §2.1; the scheme's case does not matter (RFC 9110 §11.1). */
function bearerToken(authorization: string | undefined): string {
  const token = /^Bearer +([\w~+/.-]+=*)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined)
    throw new Problem('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer realm="liuhen"' } });
  return token;
}

/** The posts in which a person may act. */
interface Powers {
  readonly held: readonly HeldPost[];
  readonly delegated: readonly DelegatedPost[];
}

interface ChosenPost extends HeldPost {
  readonly delegation: string | null;
}

/** Without the header the only post held; what is delegated is always named, so that nobody acts for another unawares. */
function chosenPost({ held, delegated }: Powers, header: string | readonly string[] | undefined): ChosenPost {
  const own = held.map((post) => ({ ...post, delegation: null }));
  const [only, ...others] = own;
  if (header === undefined) {
    if (only && others.length === 0) return only;
    const posts = [...own, ...delegated].map(postText).join('；');
    throw new Problem('post-required', {
      field: POST_HEADER,
      detail: `您任有多个岗位，须用 ${POST_HEADER} 请求头说明以哪个岗位办理：${posts}`,
    });
  }
  const wanted = decoded(String(header));
  const post = [...own, ...delegated].find(({ id }) => id === wanted);
  if (!post) throw new Problem('post-not-held', { field: POST_HEADER });
  return post;
}

const postText = ({ id, title, delegation }: ChosenPost): string =>
  `${title}${delegation === null ? '' : '（受托代行）'} ${encodeURIComponent(id)}`;

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
