import type { Reader } from '@liuhen/access';
import type { CaseId } from '@liuhen/supervision';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ShowFamily } from '../family/family.query';
import { MatterIndex } from '../matters/matter-index';
import { Replay, type SeenPast } from './replay';
import { SeenStreams } from './seen-streams';

/** A case whose past is asked for. */
export interface CaseSubject {
  readonly caseId: CaseId;
  /** The whole family rather than the one case. */
  readonly family: boolean;
}

/** The past of a case, or of its family, with the matters that name it, as far as a reader may see them. */
@Injectable()
export class CasePast {
  constructor(
    private readonly streams: SeenStreams,
    private readonly matters: MatterIndex,
    private readonly replay: Replay,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Refusal */
  async seenBy(reader: Reader, { caseId, family }: CaseSubject): Promise<SeenPast> {
    const own = await this.streams.ofCase(caseId, reader);
    const others = family ? await this.#relatives(caseId, reader) : [];
    const cases = await Promise.all(others.map((id) => this.streams.ofCase(id, reader)));
    const named = await this.matters.all({ kind: 'case', names: [caseId, ...others] }, reader);
    return this.replay.of([own, ...cases, ...(await this.streams.ofMatters(named, reader))]);
  }

  async #relatives(caseId: CaseId, reader: Reader): Promise<readonly CaseId[]> {
    const { cases } = await this.queries.execute(new ShowFamily(caseId, reader));
    return cases.map((member) => member.caseId).filter((member) => member !== caseId);
  }
}
