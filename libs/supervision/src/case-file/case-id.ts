import type { CaseNumber } from '@liuhen/courts';
import { caseIdOf, caseStream, type CaseId } from '../case/case.events';

/** A case as commands and paths name it. */
export interface CaseReference {
  readonly caseId: CaseId;
  /** Canonical; `null` for an imported proceeding without a usable number. */
  readonly caseNumber: string | null;
}

/** Every ruling of a case, 之一 and 之二 included, belongs to the case's own number. */
export const referenceOf = ({ base }: Pick<CaseNumber, 'base'>): CaseReference => ({
  caseId: base,
  caseNumber: base,
});

const PREFIX = caseStream('');

/** `undefined` for the stream of something other than a case. */
export const caseIdOfStream = (stream: string): CaseId | undefined =>
  stream.startsWith(PREFIX) ? caseIdOf({ stream }) : undefined;

const UNNUMBERED = /^未编号·[^·\s]{1,64}·[1-9]\d{0,3}$/;

/** A stable name for a proceeding without a usable number: its source's id and its place in it, from 1. */
export const unnumberedCase = (source: string, ordinal: number): CaseReference => ({
  caseId: `未编号·${source}·${String(ordinal)}`,
  caseNumber: null,
});

export const unnumberedReference = (text: string): CaseReference | undefined =>
  UNNUMBERED.test(text) ? { caseId: text, caseNumber: null } : undefined;
