import { Directory } from '@liuhen/access';
import { clausesInForce, courtAt, type CourtDirectory, type PolicyBook } from '@liuhen/courts';
import type { CalendarDate } from '@liuhen/kernel';
import { READING_POLICY, readingPolicyOf, type ReadingPolicy } from '@liuhen/supervision';
import { Injectable } from '@nestjs/common';

/** 查阅留痕规则 of a court today; asked at every reading, so that answers are kept. */
@Injectable()
export class ReadingRules {
  readonly #known = new Map<string, ReadingPolicy>();
  #courts: CourtDirectory | undefined;
  #policies: PolicyBook | undefined;
  #today: CalendarDate | undefined;

  constructor(private readonly directory: Directory) {}

  /** @param code of the court */
  of(code: string): ReadingPolicy {
    const { courts, policies, today } = this.directory;
    if (courts !== this.#courts || policies !== this.#policies || today !== this.#today) {
      this.#known.clear();
      [this.#courts, this.#policies, this.#today] = [courts, policies, today];
    }
    const known = this.#known.get(code);
    if (known) return known;
    const court = courtAt(courts, code, today)?.id ?? code;
    const policy = readingPolicyOf(clausesInForce(policies, courts, READING_POLICY, court, today));
    this.#known.set(code, policy);
    return policy;
  }
}
