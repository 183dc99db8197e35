import { DatabaseError } from 'pg';
import { UnfitRedaction } from '../errors';

/** Raised by the log's own functions where a redaction names what its stream does not hold. */
const UNFIT_REDACTION = 'LH001';

/** Throws what the append was refused for, in the words of the port. */
export const refusedAsUnfit =
  (stream: string) =>
  (error: unknown): never => {
    const isUnfit = error instanceof DatabaseError && error.code === UNFIT_REDACTION;
    throw isUnfit ? new UnfitRedaction(stream, { cause: error }) : error;
  };
