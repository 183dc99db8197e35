import {
  grow,
  replayHeaders,
  type AuditFinding,
  type Entry,
  type HeadEntry,
  type LedgerEvent,
  type ReplayRules,
} from '@liuhen/ledger';
import { auditHeads } from './audit-heads';
import type { AuditPlace } from './audit-place';
import type { Audited } from './audited';

export const isFinding = (result: object): result is AuditFinding => 'code' in result;

const RESTARTED: LedgerEvent['type'] = 'LedgerRestarted';

/** Goes through the next entries, and notes what they are. @returns the first thing that is wrong, or how far it has come */
export async function goThrough(
  place: AuditPlace,
  before: Audited,
  entries: readonly Entry[],
): Promise<Audited | AuditFinding> {
  const { memory, hash } = place;
  const from = before.frontier.size;
  const known = memory.streams(entries.flatMap(({ header }) => header?.stream ?? []));
  const replayed = replayHeaders(rulesOf(place), { size: from, latest: before.latest }, known, entries);
  if (isFinding(replayed)) {
    const sound = await goThrough(place, before, entries.slice(0, replayed.index - from));
    return isFinding(sound) ? sound : replayed;
  }
  memory.noteStreams(replayed.streams);
  memory.noteEntries(from, entries.flatMap(headEntry));
  const heads = await auditHeads(place, before.heads, from, entries);
  if (isFinding(heads)) return heads;
  return {
    frontier: grow(
      hash,
      before.frontier,
      entries.map(({ leaf }) => leaf),
    ),
    latest: replayed.latest,
    restarts: before.restarts + entries.filter(({ header }) => header?.type === RESTARTED).length,
    heads,
  };
}

const rulesOf = ({ log, skewMs, clock }: AuditPlace): ReplayRules => ({ log, skewMs, now: clock.now() });

const headEntry = ({ header, leaf }: Entry): readonly HeadEntry[] =>
  header ? [{ stream: header.stream, rev: header.rev, leaf }] : [];
