import type { EventStore } from '@liuhen/event-store';
import { decodeAll, type StoredEvent } from '@liuhen/kernel';
import { ProjectionWaits, ReadDatabase } from '@liuhen/platform';
import { Injectable } from '@nestjs/common';
import type { CaseId } from '../case/case.events';
import { ledgerOf } from '../duty-rulebook';
import { AllActs } from '../case-file/all-acts';

/** Whether a case, or a matter that names it, still has something to be done. */
@Injectable()
export class UnderWay {
  constructor(
    private readonly acts: AllActs,
    private readonly db: ReadDatabase,
    private readonly waits: ProjectionWaits,
  ) {}

  /** @throws Problem `read-model-behind`: the matters are found by a read model, which must know all that there is. */
  async of(caseId: CaseId, stream: readonly StoredEvent[], store: EventStore): Promise<boolean> {
    return this.#hasOpenDuty(stream) || (await this.#hasOpenMatter(caseId, store));
  }

  #hasOpenDuty(stream: readonly StoredEvent[]): boolean {
    const { rulebook } = this.acts;
    const ledger = ledgerOf(rulebook, decodeAll(rulebook.events, stream));
    return [...ledger.values()].some(({ status }) => status === 'open');
  }

  async #hasOpenMatter(caseId: CaseId, store: EventStore): Promise<boolean> {
    const head = await store.head();
    if (head !== undefined) await this.waits.waitFor(['matters'], head);
    const { rowCount } = await this.db.query(
      `select from read.matter_subjects join read.matters using (matter)
        where kind = 'case' and name = $1 and not over limit 1`,
      [caseId],
    );
    return rowCount > 0;
  }
}
