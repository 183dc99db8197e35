import { postKindOf, type PostCommand, type PostRecord } from '@liuhen/courts';
import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { Injectable } from '@nestjs/common';
import { Directory } from '../directory/directory';
import type { CommandAct, Reader } from '../identity/reader';
import { Policies } from '../policies/policies';

export const postKeepingRefusals = {
  'post-not-found': { text: '没有这个职务，或者您无权查阅' },
  'court-not-found': { text: '没有这个法院，或者您无权查阅' },
  'post-of-other-court': { text: '只能登记本院职务的事项' },
  'post-keeping-not-permitted': {
    text: '职务事项由本院院长、审管办、政治部登记；本人可以登记本人的请假、销假，委托他人代行本人职务和撤销委托',
  },
  'own-appointment-not-permitted': { text: '不能登记本人的任职' },
  'system-post-not-permitted': { text: '系统使用的职务由系统设定，不在此登记' },
} satisfies RefusalTable;

export const refuse = refuserOf(postKeepingRefusals);

/** 院长, 审管办 and 政治部 keep the register of who holds which post in their court. */
const KEEPERS: ReadonlySet<string> = new Set([
  'president',
  'trialManagementDirector',
  'trialManagementOfficer',
  'politicalDepartmentOfficer',
]);

/** Who may enter what happens to a post: those who keep the register of the court, and each for what is their own. */
@Injectable()
export class PostKeeping {
  constructor(
    private readonly directory: Directory,
    private readonly policies: Policies,
  ) {}

  /** @throws Refusal */
  requireMayEnter(record: PostRecord, command: PostCommand, { actor, court }: CommandAct): void {
    const courtOfPost = this.directory.codeOf(record.court);
    if (courtOfPost !== court)
      throw refuse(this.#sees(court, courtOfPost) ? 'post-of-other-court' : 'post-not-found');
    if (postKindOf(record.kind)?.party === 'system') throw refuse('system-post-not-permitted');
    if (command.type === 'AppointPerson' && command.data.person === actor.person)
      throw refuse('own-appointment-not-permitted', 'person');
    const isKeeper = KEEPERS.has(this.directory.posts.get(actor.post)?.kind ?? '');
    if (!isKeeper && subjectOf(command, record) !== actor.person) throw refuse('post-keeping-not-permitted');
  }

  /** Id of the court, by its code today. @throws Refusal `court-not-found` */
  requireSeenCourt(code: string, reader: Pick<Reader, 'court'>): string {
    const court = this.directory.courtCalled(code);
    if (!court || !this.#sees(reader.court, code)) throw refuse('court-not-found', 'court');
    return court.id;
  }

  #sees(reader: string, other: string | undefined): boolean {
    return other !== undefined && this.policies.seesCourt(reader, other);
  }
}

/** Whose own matter it is; `undefined` for what is nobody's own. */
function subjectOf(command: PostCommand, { delegations }: PostRecord): string | undefined {
  switch (command.type) {
    case 'RecordLeave':
    case 'EndLeave':
    case 'GrantDelegation':
      return command.data.person;
    case 'RevokeDelegation':
      return delegations.find(({ id }) => id === command.data.delegation)?.person;
    case 'EstablishPost':
    case 'AppointPerson':
    case 'RecordPersonLeft':
    case 'AssignOversight':
      return undefined;
  }
}
