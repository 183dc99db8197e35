import { Directory } from '@liuhen/access';
import { answeringFor } from '@liuhen/courts';
import { basisText, type Basis, type CalendarDate, type DutyHolder } from '@liuhen/kernel';
import { acts, dutyRulebookOf } from '@liuhen/supervision';
import { Injectable } from '@nestjs/common';
import { daysFrom } from '../moment';
import type { FoundDuty } from './duty-sql';
import { NO_DUE_DAY } from './duty-rows';
import type { AnsweringView, DutyBasisView, DutyHolderView, DutyView } from './duties.views';

const KINDS = dutyRulebookOf(acts).kinds;

/** Shows duties with the names that people know. */
@Injectable()
export class DutyTeller {
  constructor(private readonly directory: Directory) {}

  /** @param on the day on which the question is answered. */
  views(found: readonly FoundDuty[], on: CalendarDate): readonly DutyView[] {
    return found.map((duty) => this.#view(duty, on));
  }

  kindName(kind: string): string {
    return KINDS[kind] ?? kind;
  }

  holder({ court, division, post, person, party }: DutyHolder): DutyHolderView {
    const courtName = this.directory.courtName(court);
    return { court, courtName, division, post, postTitle: this.directory.postTitle(post), person, party };
  }

  answering(holder: Pick<DutyHolder, 'post' | 'person'>, on: CalendarDate): AnsweringView {
    const { post, person, delegation, why } = answeringFor(this.directory.posts, holder, on);
    const name = person === null ? null : this.directory.personName(person);
    return { post, postTitle: this.directory.postTitle(post), person, name, delegation, why };
  }

  basis(basis: Basis): DutyBasisView {
    return { text: basisText(basis, (version) => this.directory.policyTitle(version)), ...basis };
  }

  #view(found: FoundDuty, on: CalendarDate): DutyView {
    const { court, division, post, person, party, due, closedOn, basis, ...told } = found;
    return {
      ...told,
      kindName: this.kindName(found.kind),
      holder: this.holder({ court, division, post, person, party }),
      answering: this.answering({ post, person }, closedOn ?? on),
      basis: basis.map((one) => this.basis(one)),
      due: due === NO_DUE_DAY ? null : due,
      daysLate: due === NO_DUE_DAY ? 0 : daysLate(due, closedOn ?? on),
    };
  }
}

/** 0 on its last day and before. */
export const daysLate = (due: CalendarDate | null, on: CalendarDate): number =>
  due === null ? 0 : Math.max(0, daysFrom(due, on));
