import { Directory } from '@liuhen/access';
import type { CalendarDate } from '@liuhen/kernel';
import { INSTRUMENTS, STAGES, TRIGGERS, type Instrument, type MatterTarget } from '@liuhen/supervision';
import { Injectable } from '@nestjs/common';
import { daysLate, DutyTeller } from '../duties/duty-teller';
import type { FoundAssignment, FoundCounts, FoundRound } from './found-round';
import type { NextDuty } from './matter-rows';
import type { AssignmentView, MatterSummaryRow } from './matter-tables.views';
import type { EscalationView, MatterRoundView, MatterTargetView, NextStepView } from './matters.views';

/** Shows matters with the names that people know. */
@Injectable()
export class MatterTeller {
  constructor(
    private readonly duties: DutyTeller,
    private readonly directory: Directory,
  ) {}

  /** @param on the day on which the question is answered. */
  views(found: readonly FoundRound[], on: CalendarDate): readonly MatterRoundView[] {
    return found.map((round) => this.view(round, on));
  }

  view(found: FoundRound, on: CalendarDate): MatterRoundView {
    const { draftedAt: _order, escalatedTo, escalationReason, cameFrom, cameBecause, ...round } = found;
    return {
      ...round,
      instrumentName: INSTRUMENTS[found.instrument],
      triggerName: TRIGGERS[found.trigger],
      stageName: STAGES[found.stage],
      next: found.next && this.#next(found.next, on),
      issuer: this.duties.holder(found.issuer),
      approver: found.approver && this.duties.holder(found.approver),
      targets: found.targets.map((target) => this.#target(target)),
      escalatedFrom: escalation(cameFrom, cameBecause),
      escalatedTo: escalation(escalatedTo, escalationReason),
    };
  }

  /** The leader is whoever answers for the target. */
  assignment(found: FoundAssignment, on: CalendarDate): AssignmentView | undefined {
    const { figures, contacts, contactsLate, suspended, ...round } = found;
    const leader = found.targets[0]?.responsible;
    return (
      leader && {
        matter: this.view(round, on),
        leader: this.duties.holder(leader),
        answering: this.duties.answering(leader, on),
        ...{ figures, contacts, contactsLate, suspended },
      }
    );
  }

  counted(counts: FoundCounts): MatterSummaryRow {
    return {
      ...counts,
      courtName: this.directory.courtName(counts.court),
      instrumentName: INSTRUMENTS[counts.instrument],
      stageName: STAGES[counts.stage],
    };
  }

  #next({ kind, holder, due }: NextDuty, on: CalendarDate): NextStepView {
    return {
      kind,
      kindName: this.duties.kindName(kind),
      holder: this.duties.holder(holder),
      answering: this.duties.answering(holder, on),
      due,
      daysLate: daysLate(due, on),
    };
  }

  #target(target: MatterTarget): MatterTargetView {
    return {
      ...target,
      courtName: this.directory.courtName(target.court),
      postTitle: target.post === null ? null : this.directory.postTitle(target.post),
      responsible: this.duties.holder(target.responsible),
    };
  }
}

const escalation = (instrument: Instrument | null, reason: string | null): EscalationView | null =>
  instrument === null || reason === null
    ? null
    : { instrument, instrumentName: INSTRUMENTS[instrument], reason };
