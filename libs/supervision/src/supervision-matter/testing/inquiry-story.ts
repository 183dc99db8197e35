import type { GivenItem } from '../../matter-rules/rectification';
import type { MatterEvent } from '../../matter-rules/matter-events';
import {
  ACCEPT,
  APPROVE,
  CLOSE_OUT,
  examined,
  ISSUE,
  RECEIVE,
  replyOf,
} from '../../matter-rules/testing/commands';
import { draftOf } from '../../matter-rules/testing/drafts';
import { MatterStory, WHO, type Who } from '../../matter-rules/testing/matter-story';
import type { GivenMatter } from '../draft-matter';
import { supervisionMatterDecider, type SupervisionMatterCommand } from '../supervision-matter.decider';

const { highManager, highVice, midPresident } = WHO;

/** What the intermediate court offers to put right. */
export const OFFERED: GivenItem = {
  ...{ problem: '积案', measure: '逐案包干', criterion: '一年以上未结不超过十件', due: '2026-05-29' },
  owner: { court: '黔01', post: '黔01.vice-president.civil', person: null },
};

/** An inquiry of the high court into an intermediate one, brought as far as a test needs it. */
export class InquiryStory extends MatterStory {
  lives(who: Who, command: SupervisionMatterCommand): readonly MatterEvent[] {
    return this.does(who, supervisionMatterDecider, command);
  }

  /** The code with which the command is refused. */
  refuses(who: Who, command: SupervisionMatterCommand): string {
    return this.refused(who, supervisionMatterDecider, command);
  }

  drafted(changes: Partial<GivenMatter> = {}): this {
    this.lives(highManager, { type: 'DraftMatter', data: draftOf(changes) });
    return this;
  }

  issued(changes: Partial<GivenMatter> = {}): this {
    this.drafted(changes).lives(highVice, APPROVE);
    this.lives(highManager, ISSUE);
    return this;
  }

  received(): this {
    this.issued().lives(midPresident, RECEIVE);
    return this;
  }

  /** From whichever step before: the answer, as often as it is returned. */
  replied(items: readonly GivenItem[] = [OFFERED]): this {
    this.lives(midPresident, replyOf(1, items));
    return this;
  }

  examined(satisfied = true): this {
    this.lives(highManager, examined(satisfied));
    return this;
  }

  accepted(items: readonly GivenItem[] = [OFFERED]): this {
    this.received().replied(items).examined().lives(highManager, ACCEPT);
    return this;
  }

  closedOut(): this {
    this.accepted([]).lives(highManager, CLOSE_OUT);
    return this;
  }

  /** Kinds and last days of what is owed. */
  get owing(): readonly (readonly [kind: string, due: string | null])[] {
    return this.owed.map(({ kind, due }) => [kind, due] as const);
  }
}
