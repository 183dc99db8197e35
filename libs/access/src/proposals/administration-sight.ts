import { courtIdOfPolicyStream, courtIdOfStream, personOfKeyStream, postIdOfStream } from '@liuhen/courts';
import { refuserOf, type EventHeader } from '@liuhen/kernel';
import { Injectable } from '@nestjs/common';
import { Directory } from '../directory/directory';
import type { Reader } from '../identity/reader';
import { accessRefusals, Policies } from '../policies/policies';

/** Who, beside the person themself, may know which keys somebody signs with. */
const OVERSEEING_KEYS: ReadonlySet<string> = new Set([
  'president',
  'securityAdministrator',
  'auditAdministrator',
]);

/** Who reads what the administrators did: whoever audits them, and who answers for the court. */
const AUDITING: ReadonlySet<string> = new Set(['auditAdministrator', 'president']);

const refuse = refuserOf(accessRefusals);

type Asking = Pick<Reader, 'person' | 'kind' | 'court'>;

/** Who may see what of the administration. */
@Injectable()
export class AdministrationSight {
  constructor(
    private readonly directory: Directory,
    private readonly policies: Policies,
  ) {}

  seesPost(post: string, { court }: Pick<Reader, 'court'>): boolean {
    const courtOfPost = this.directory.codeOf(this.directory.posts.get(post)?.court ?? '');
    return courtOfPost !== undefined && this.policies.seesCourt(court, courtOfPost);
  }

  /** 管理日志, of the reader's court and of those beneath it. @throws Refusal `administration-not-permitted` */
  requireAuditor({ kind }: Pick<Reader, 'kind'>): void {
    if (!AUDITING.has(kind)) throw refuse('administration-not-permitted');
  }

  /** Whether an event of the administration log was brought about by such a court, or is about one. */
  seesEvent({ court, stream }: Pick<EventHeader, 'court' | 'stream'>, reader: Asking): boolean {
    return this.policies.seesCourt(reader.court, court) || this.#seesSubjectOf(stream, reader);
  }

  #seesSubjectOf(stream: string, reader: Asking): boolean {
    const post = postIdOfStream(stream);
    if (post !== undefined) return this.seesPost(post, reader);
    const person = personOfKeyStream(stream);
    if (person !== undefined) return this.seesKeysOf(person, reader);
    const court = this.directory.codeOf(courtIdOfStream(stream) ?? courtIdOfPolicyStream(stream) ?? '');
    return court !== undefined && this.policies.seesCourt(reader.court, court);
  }

  seesKeysOf(person: string, reader: Asking): boolean {
    if (person === reader.person) return true;
    if (!OVERSEEING_KEYS.has(reader.kind)) return false;
    return this.directory.postsOf(person).some(({ id }) => this.seesPost(id, reader));
  }
}
