import { ErrorType } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors';

/**
 * What a failed call says of its effects.
 *
 * - `conflict`: the stream is not at the revision expected.
 * - `too-large`: more than the server takes.
 * - `refused`: not done, and would not be again.
 * - `unsent`: never left this process.
 * - `unknown`: no answer; it may have been done.
 */
export type Failure = 'conflict' | 'too-large' | 'refused' | 'unsent' | 'unknown';

const MEANINGS: Readonly<Record<string, Failure>> = {
  [ErrorType.WRONG_EXPECTED_VERSION]: 'conflict',
  [ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED]: 'too-large',
  [ErrorType.ACCESS_DENIED]: 'refused',
  [ErrorType.STREAM_NOT_FOUND]: 'refused',
  [ErrorType.STREAM_DELETED]: 'refused',
  [ErrorType.INVALID_ARGUMENT]: 'refused',
  [ErrorType.MISSING_REQUIRED_METADATA_PROPERTY]: 'refused',
  [ErrorType.UNSUPPORTED]: 'refused',
};

/** As the client and grpc-js say that there was nobody to send to. */
const NOBODY_THERE =
  /No connection established|Name resolution failed|Failed to discover|Channel has been shut down|Channel closed before call started/;

/** The server could not make sense of a place in `$all` (KurrentDB #3963, #3991). */
const NO_SUCH_PLACE =
  /ReadAllResult\.(?:Error|InvalidPosition)|ReadAllResult: (?:Error|InvalidPosition)|invalid[- ]position/i;

/** The client gives its own errors, grpc's errors and plain ones; all three are told apart here and nowhere else. */
export function failureOf(error: unknown): Failure {
  const { type, code, message } = Object(error) as Readonly<Record<string, unknown>>;
  const meaning = typeof type === 'string' ? MEANINGS[type] : undefined;
  if (meaning) return meaning;
  if (NOBODY_THERE.test(String(message))) return 'unsent';
  return typeof type === 'string' || typeof code === 'number' || error instanceof Silence
    ? 'unknown'
    : 'refused';
}

/** Nothing came from the server for so long. */
export class Silence extends Error {
  constructor(ms: number) {
    super(`no answer within ${String(ms)} ms`);
  }
}

export const isStreamNotFound = (error: unknown): boolean =>
  (Object(error) as { readonly type?: unknown }).type === ErrorType.STREAM_NOT_FOUND;

export const isNoSuchPlace = (error: unknown): boolean =>
  error instanceof StoreUnavailable && NO_SUCH_PLACE.test(messageOf(error.cause));

/** A failure to read as the port names it: what may pass is {@link StoreUnavailable}. */
export function readFailure(error: unknown): unknown {
  const failure = failureOf(error);
  if (failure !== 'unsent' && failure !== 'unknown') return error;
  return new StoreUnavailable(`EventStoreDB cannot be read: ${messageOf(error)}`, { cause: error });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
