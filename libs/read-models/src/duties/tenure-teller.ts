import { Directory } from '@liuhen/access';
import {
  chinaDateOf,
  chinaTimeOf,
  WAIVERS,
  type CalendarDate,
  type DutyHolder,
  type Recorded,
} from '@liuhen/kernel';
import type { DutyWarningEvent } from '@liuhen/supervision';
import { Injectable } from '@nestjs/common';
import type { Tenure } from './accountability';
import type { ResponsibilityView } from './accountability.views';
import type { AnsweringView, DutyCounts, DutyWarningView } from './duties.views';
import { daysLate, DutyTeller } from './duty-teller';

/** Tells in Chinese who was responsible for what, and what came of it. */
@Injectable()
export class TenureTeller {
  constructor(
    private readonly duties: DutyTeller,
    private readonly directory: Directory,
  ) {}

  /** @param on the day to which what is still open is judged. */
  views(
    tenures: readonly Tenure[],
    warnings: readonly Recorded<DutyWarningEvent>[],
    on: CalendarDate,
  ): readonly ResponsibilityView[] {
    return tenures.map((tenure) => this.#view(tenure, warningsDuring(tenure, warnings), on));
  }

  #view(tenure: Tenure, warnings: readonly DutyWarningView[], on: CalendarDate): ResponsibilityView {
    const { duty, held, charged, outcome, ended } = tenure;
    const { kind, due, provisional } = duty.terms;
    const answering = this.duties.answering(held.holder, endDay(tenure, on));
    return {
      line: this.#line(tenure, answering, warnings.length, on),
      duty: duty.terms.duty,
      kind,
      kindName: this.duties.kindName(kind),
      holder: this.duties.holder(held.holder),
      answering,
      basis: charged.basis.map((one) => this.duties.basis(one)),
      due,
      provisional,
      outcome,
      waiver: outcome === 'waived' ? duty.waiver : null,
      daysLate: daysLate(due, endDay(tenure, on)),
      from: held.at,
      fromEvent: held.event,
      until: ended?.recordedAt ?? null,
      untilEvent: ended?.id ?? null,
      endedBy: ended?.actor.person ?? null,
      warnings,
    };
  }

  #line(tenure: Tenure, answering: AnsweringView, warned: number, on: CalendarDate): string {
    const { duty, held, charged } = tenure;
    const { kind, due, provisional } = duty.terms;
    const basis = charged.basis.map((one) => this.duties.basis(one).text).join('、');
    return (
      `${chinaTimeOf(held.at)}起，${this.#named(held.holder, answering)}负责${this.duties.kindName(kind)}` +
      (due === null ? '' : `，期限${due}${provisional ? '（暂定）' : ''}`) +
      (basis === '' ? '' : `，依据：${basis}`) +
      (warned === 0 ? '' : `；预警${String(warned)}次`) +
      `；${this.#outcome(tenure, on)}${lateness(tenure, on)}`
    );
  }

  /** The post, and whoever answered for it. */
  #named(holder: DutyHolder, answering: AnsweringView): string {
    const post = this.#postName(holder);
    if (answering.why === 'holder') return `${post}${answering.name ?? ''}`;
    const person = holder.person === null ? '' : this.directory.personName(holder.person);
    const why = answering.why === 'delegate' ? '受委托' : '代行';
    return `${post}${person}（由${answering.postTitle}${answering.name ?? ''}${why}）`;
  }

  #postName({ court, post }: Pick<DutyHolder, 'court' | 'post'>): string {
    return `${this.directory.courtName(court)}${this.directory.postTitle(post)}`;
  }

  #outcome({ outcome, ended, duty, successor }: Tenure, on: CalendarDate): string {
    if (!ended) return `截至${on}未办`;
    const when = chinaTimeOf(ended.recordedAt);
    switch (outcome) {
      case 'discharged':
        return `${when}由${this.directory.personName(ended.actor.person)}办结`;
      case 'waived':
        return `${when}免除（${duty.waiver === null ? '' : WAIVERS[duty.waiver]}）`;
      case 'handedOver':
        return `${when}移交${successor ? this.#postName(successor.holder) : ''}`;
      case 'open':
        return '';
    }
  }
}

function lateness(tenure: Tenure, on: CalendarDate): string {
  const { due } = tenure.duty.terms;
  if (due === null) return '';
  const days = daysLate(due, endDay(tenure, on));
  if (days > 0) return `，逾期${String(days)}日`;
  return tenure.ended ? '，未逾期' : '，期限未满';
}

const endDay = ({ ended }: Tenure, on: CalendarDate): CalendarDate =>
  ended ? chinaDateOf(ended.recordedAt) : on;

const warningsDuring = (
  { duty, held, ended }: Tenure,
  warnings: readonly Recorded<DutyWarningEvent>[],
): readonly DutyWarningView[] =>
  warnings
    .filter(({ data, header }) => data.duty === duty.terms.duty && header.rev > held.rev)
    .filter(({ header }) => ended === null || header.rev < ended.rev)
    .map(({ data: { step, to, at }, header }) => ({
      step,
      to,
      at,
      raisedAt: header.recordedAt,
      event: header.id,
    }));

/** Each duty once, by its latest holder's time. */
export function countsOf(tenures: readonly Tenure[], on: CalendarDate): DutyCounts {
  const latest = tenures.filter(({ successor }) => successor === null);
  const isLate = (tenure: Tenure): boolean => daysLate(tenure.duty.terms.due, endDay(tenure, on)) > 0;
  const [open, discharged] = (['open', 'discharged'] as const).map((outcome) =>
    latest.filter((tenure) => tenure.outcome === outcome),
  );
  return {
    opened: latest.length,
    open: open?.length ?? 0,
    late: open?.filter(isLate).length ?? 0,
    discharged: discharged?.length ?? 0,
    dischargedLate: discharged?.filter(isLate).length ?? 0,
    waived: latest.filter(({ outcome }) => outcome === 'waived').length,
  };
}
