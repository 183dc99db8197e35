import type { SealedEvent, StoredEvent } from '@liuhen/kernel';
import { isDeepStrictEqual } from 'node:util';
import type { AppendRequest } from '../../event-store';
import { textsOf } from '../contract/store-under-test';
import type { Attempt } from './attempt';
import type { LogModel, Verdict } from './log-model';
import { demand, Violation } from './violation';

/**
 * Judges requests that were made at the same time by what the log has more than before. The log's order is taken as
 * the order in which they were decided: the model must allow what was stored just there, and must at one moment or
 * another have said of each other request what was answered to it. The model then has those events too.
 */
export function judge(model: LogModel, attempts: readonly Attempt[], added: readonly StoredEvent[]): void {
  const before = new Set(attempts.filter(({ request }) => model.positionOf(request)));
  const verdicts = new Map(attempts.map((attempt) => [attempt, [model.verdict(attempt.request)]]));
  for (const [request, stored] of inOrderOfTheLog(attempts, added)) {
    const verdict = model.verdict(request);
    demand('answers', verdict === 'stored', `events were stored of which the model says ${String(verdict)}`);
    model.store(stored);
    for (const [attempt, said] of verdicts) said.push(model.verdict(attempt.request));
  }
  for (const [attempt, said] of verdicts) {
    if (attempt.refusal) checkRefusal(attempt, attempt.refusal, said);
    else checkResult(model, attempt, attempts, before.has(attempt));
  }
}

/** Cuts the log's new events into the requests that they came in. */
function* inOrderOfTheLog(
  attempts: readonly Attempt[],
  added: readonly StoredEvent[],
): Generator<readonly [AppendRequest, readonly StoredEvent[]]> {
  for (let from = 0; from < added.length;) {
    const id = added[from]?.header.id;
    const request = attempts.find(({ request: { events } }) => events[0]?.header.id === id)?.request;
    if (!request) throw new Violation('answers', `nobody appended ${String(id)}`);
    const stored = added.slice(from, from + request.events.length);
    demand(
      'answers',
      isDeepStrictEqual(textsOf(stored), textsOf(request.events)),
      `a request was stored in part or changed: ${String(id)}`,
    );
    yield [request, stored];
    from += stored.length;
  }
}

function checkRefusal({ text }: Attempt, refusal: Error, said: readonly Verdict[]): void {
  const wasRight = said.some((verdict) => String(verdict) === String(refusal));
  demand(
    'answers',
    wasRight,
    `${text} was answered ${String(refusal)}, where the model says ${said.join(', ')}`,
  );
}

function checkResult(
  model: LogModel,
  attempt: Attempt,
  attempts: readonly Attempt[],
  wasThere: boolean,
): void {
  const { text, request, result } = attempt;
  const position = model.positionOf(request);
  demand('answers', position !== undefined, `${text} was answered as stored and is not there`);
  demand(
    'answers',
    result?.position === position,
    `${text} is at ${position}, not ${String(result?.position)}`,
  );
  if (wasThere) demand('answers', result.replayed, `${text} was answered as new, but had been stored before`);
  else
    checkNew(
      model,
      attempts.filter((other) => isSame(other.request, request)),
    );
}

/** Of requests that were one and the same, and new: it was stored for one of them. */
function checkNew({ capabilities }: LogModel, same: readonly Attempt[]): void {
  const stored = same.filter(({ result }) => result?.replayed === false);
  const text = same[0]?.text ?? '';
  const isOne = stored.length === 1 || (stored.length > 1 && !capabilities.judgesInOnePlace);
  demand('resolution', stored.length === 0 || isOne, `${text} was answered as new ${stored.length} times`);
  const mayBeReplayed = same.some(({ mayBeLost }) => mayBeLost);
  demand('answers', isOne || mayBeReplayed, `${text} was answered as stored before, but was not`);
  const isRuledOut = same.every((attempt) => attempt.isRuledOut);
  demand('resolution', isOne || !isRuledOut, `${text} was stored though that had been ruled out`);
}

const isSame = (one: AppendRequest, other: AppendRequest): boolean =>
  isDeepStrictEqual(one.events.map(leafOf), other.events.map(leafOf));

const leafOf = ({ leafHash }: SealedEvent): string => leafHash;
