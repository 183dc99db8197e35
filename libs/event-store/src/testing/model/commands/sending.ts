import fc from 'fast-check';
import { Attempt } from '../attempt';
import { draft, requestOf } from '../drafts';
import type { LogModel } from '../log-model';

export const which = fc.constantFrom(0 as const, 1 as const);

const sending = fc.record({ process: which, draft });

/** What is sent at the same time. */
export const sendings = (minLength: number, maxLength: number) => fc.array(sending, { minLength, maxLength });

export type Sendings = ReturnType<typeof sendings> extends fc.Arbitrary<infer Value> ? Value : never;

/** The requests are made from what is there now, so that all but one may find that others were first. */
export const attemptsOf = (drawn: Sendings, model: LogModel, mayBeLost: boolean): readonly Attempt[] =>
  drawn.map(({ process, draft }) => new Attempt(requestOf(draft, model), process, mayBeLost));
