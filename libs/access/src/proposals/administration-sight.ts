import { Injectable } from '@nestjs/common';
import { Directory } from '../directory/directory';
import type { Reader } from '../identity/reader';
import { Policies } from '../policies/policies';

/** Who, beside the person themself, may know which keys somebody signs with. */
const OVERSEEING_KEYS: ReadonlySet<string> = new Set([
  'president',
  'securityAdministrator',
  'auditAdministrator',
]);

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

  seesKeysOf(person: string, reader: Asking): boolean {
    if (person === reader.person) return true;
    if (!OVERSEEING_KEYS.has(reader.kind)) return false;
    return this.directory.postsOf(person).some(({ id }) => this.seesPost(id, reader));
  }
}
