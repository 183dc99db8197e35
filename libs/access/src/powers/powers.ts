import { refusePower, type Power } from '@liuhen/courts';
import { refuserOf } from '@liuhen/kernel';
import { Injectable } from '@nestjs/common';
import { Directory } from '../directory/directory';
import type { CommandAct } from '../identity/reader';
import { accessRefusals, Policies } from '../policies/policies';

const refuse = refuserOf(accessRefusals);

/** 权力表: the one place where it is asked whether somebody may do something at all. */
@Injectable()
export class Powers {
  constructor(
    private readonly directory: Directory,
    private readonly policies: Policies,
  ) {}

  /**
   * @param court code of the court whose case or matter it is; `null` where the record does not tell
   * @throws Refusal `case-not-found` for whom it does not exist, `not-own-court`, `act-not-permitted`,
   *   `contact-not-permitted`
   */
  require(power: Power, court: string | null, act: CommandAct): void {
    if (power.court === 'own') this.policies.requireMayActOn(court, act);
    if (power.court === 'ownOrAbove' && (court === null || !this.policies.seesCourt(act.court, court)))
      throw refuse('case-not-found');
    const refusal = refusePower(power, this.directory.posts.get(act.actor.post)?.kind ?? '');
    if (refusal) throw refusal;
  }
}
