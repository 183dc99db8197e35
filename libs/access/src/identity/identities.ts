import { postKindOf, type HeldPost } from '@liuhen/courts';
import { Problem } from '@liuhen/platform';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Directory } from '../directory/directory';
import { TokenVerifier } from '../tokens/token-verifier';
import type { Reader } from './reader';

/** Names the post in which a person with several acts; percent-encoded, as post ids hold Chinese. */
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
  ) {}

  /** @throws Problem 401 or 403 */
  async identify({ headers }: Pick<FastifyRequest, 'headers'>): Promise<Identity> {
    const { person, expiresAt } = await this.verifier.verify(bearerToken(headers.authorization));
    const held = this.directory.postsOf(person);
    if (held.length === 0)
      throw new Problem(this.directory.knowsPerson(person) ? 'no-post' : 'unknown-person');
    return { reader: this.#reader(person, chosenPost(held, headers[POST_HEADER.toLowerCase()])), expiresAt };
  }

  #reader(person: string, { id, kind, division, court: courtId }: HeldPost): Reader {
    const court = this.directory.codeOf(courtId);
    const party = postKindOf(kind)?.party;
    if (court === undefined || party === undefined) throw new Problem('no-post');
    return { person, post: id, kind, division, court, party };
  }
}

/** RFC 6750 §2.1; the scheme's case does not matter (RFC 9110 §11.1). */
function bearerToken(authorization: string | undefined): string {
  const token = /^Bearer +([\w~+/.-]+=*)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined)
    throw new Problem('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer realm="liuhen"' } });
  return token;
}

function chosenPost(held: readonly HeldPost[], header: string | readonly string[] | undefined): HeldPost {
  const [only, ...others] = held;
  if (header === undefined) {
    if (only && others.length === 0) return only;
    const posts = held.map(({ id, title }) => `${title} ${encodeURIComponent(id)}`).join('；');
    throw new Problem('post-required', {
      field: POST_HEADER,
      detail: `您任有多个岗位，须用 ${POST_HEADER} 请求头说明以哪个岗位办理：${posts}`,
    });
  }
  const wanted = decoded(String(header));
  const post = held.find(({ id }) => id === wanted);
  if (!post) throw new Problem('post-not-held', { field: POST_HEADER });
  return post;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
