import type { Response } from 'supertest';

/** A line of the trail of a case: who, how, what, and with which code they were denied. */
export interface TrailLine {
  readonly event: string;
  readonly person: string;
  readonly kind: string;
  readonly data: string;
  readonly purpose: string;
  readonly results: number | null;
  readonly code: string | null;
}

/** The trail as it was answered, the earliest first. @throws with the problem if it was not */
export function trailIn({
  status,
  body,
  text,
}: Pick<Response, 'status' | 'body' | 'text'>): readonly TrailLine[] {
  if (status !== 200) throw new Error(`${String(status)} ${text}`);
  return (body as { readonly items: readonly TrailLine[] }).items.toReversed();
}

export const told = (lines: readonly TrailLine[]): readonly string[] =>
  lines.map(({ person, kind, data, code }) =>
    [person, kind, data, ...(code === null ? [] : [code])].join(' '),
  );
