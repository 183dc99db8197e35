import {
  epochMsOf,
  fold,
  instantOf,
  isRefusal,
  noDuties,
  withDutyChange,
  type Act,
  type DocumentReference,
  type Duty,
  type DutyChange,
  type DutyLedger,
  type EventHeader,
} from '@liuhen/kernel';
import { someAct, someHeader } from '@liuhen/kernel/testing';
import { guizhouFacts } from '../../court-rules/testing/guizhou-facts';
import type { CaseRegistration } from '../../case/case.events';
import type { HeededEvent } from '../heeded-events';
import {
  preIssueReviewDecider,
  type PreIssueReviewCommand,
  type StepCommand,
} from '../pre-issue-review.decider';
import { preIssueReviewDuties } from '../pre-issue-review.duties';
import type { Review } from '../review';
import type { SubmittedDocument } from '../submit-document';

export const facts = guizhouFacts();

/** Three judges of 南明区人民法院. */
export const PANEL = ['jiang-xue', 'zhang-ming', 'he-qian'] as const;
const COURT = '黔0102';

const POSTS: Readonly<Record<string, string>> = {
  'wei-hua': '黔0102.division-chief.civil-1',
  'chu-yun': '黔0102.vice-president.civil',
  'chen-lei': '黔0102.president',
  'cao-yue': '黔0102.trial-management-director',
  'shen-bo': '黔0102.trial-management-officer',
};

const REGISTRATION: CaseRegistration = {
  caseNumber: '（2026）黔0102民初1号',
  printedNumber: null,
  court: { code: COURT, name: null },
  caseType: 'civil',
  stage: 'firstInstance',
  cause: null,
  filedOn: '2026-02-01',
  handlingJudge: null,
  panel: [],
  soleJudge: null,
  trialForm: null,
  publishedAt: null,
};

/** A Monday. */
const MONDAY = '2026-03-02T01:00:00.000Z';

export const documentOf = (content: string): DocumentReference => ({
  sha256: content.padEnd(64, '0'),
  sm3: content.padEnd(64, '1'),
  length: 1_000,
  name: `${content}.docx`,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
});

const draft = (changes: Partial<SubmittedDocument> = {}): SubmittedDocument => ({
  document: documentOf('d1'),
  kind: 'judgment',
  features: [],
  urgent: null,
  trialLimit: null,
  ...changes,
});

type Told = HeededEvent & { readonly header: EventHeader };

/** A case as its events tell, with a clock and people who do one thing after the other. */
export class CaseInReview {
  readonly events: Told[] = [];
  #at = MONDAY;

  constructor(panel: readonly string[] = PANEL, changes: Partial<CaseRegistration> = {}) {
    const handlingJudge = panel[0] ?? null;
    const registration = { ...REGISTRATION, panel, handlingJudge, ...changes };
    this.append([{ type: 'CaseRegistered', data: registration }]);
  }

  get at(): string {
    return this.#at;
  }

  later(days: number): this {
    this.#at = instantOf(epochMsOf(this.#at) + days * 86_400_000);
    return this;
  }

  append(events: readonly HeededEvent[]): void {
    for (const event of events) {
      const rev = this.events.length;
      const header = someHeader({ type: event.type, rev, id: `event-${rev}`, recordedAt: this.#at });
      this.events.push({ ...event, header });
    }
  }

  /** @returns what was decided; a refusal leaves the case as it was. */
  decide(command: PreIssueReviewCommand, person: string, act: Partial<Act> = {}) {
    const decision = preIssueReviewDecider.decide(command, this.#state(), this.#act(person, act), facts);
    if (!isRefusal(decision)) this.append(decision);
    return decision;
  }

  submit(given: Partial<SubmittedDocument> = {}, person: string = PANEL[0]) {
    return this.decide({ type: 'Submit', data: draft(given) }, person);
  }

  take(step: StepCommand, person: string, act: Partial<Act> = {}) {
    return this.decide({ type: 'TakeStep', data: { review: '1', step } }, person, act);
  }

  get review(): Review {
    const state = this.#state();
    const review = state.status === 'registered' ? state.reviews.get('1') : undefined;
    if (!review) throw new Error('there is no review');
    return review;
  }

  /** By the act's own rules, and by what meetings and committees do, which tests append by themselves. */
  get duties(): DutyLedger {
    return this.events.reduce<DutyLedger>((ledger, event) => {
      const rule = (preIssueReviewDuties as Readonly<Record<string, Rule | undefined>>)[event.type];
      const changes = rule?.(event as never) ?? [];
      return changes.reduce((next, change) => withDutyChange(next, change, event.header), ledger);
    }, noDuties);
  }

  get openDuties(): readonly Duty[] {
    return [...this.duties.values()].filter(({ status }) => status === 'open');
  }

  #state() {
    return fold(preIssueReviewDecider, this.events);
  }

  #act(person: string, changes: Partial<Act>): Act {
    const isSystem = person === 'supervision-system';
    const post = POSTS[person] ?? '黔0102.handling-judge.civil-1';
    const party = isSystem ? 'system' : post.includes('judge') ? 'judge' : 'courtLeaders';
    return someAct({
      actor: { person, post, party, delegation: null },
      court: COURT,
      at: this.#at,
      ...changes,
    });
  }
}

type Rule = (event: never) => readonly DutyChange[];
