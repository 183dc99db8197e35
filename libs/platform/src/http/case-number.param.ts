import { parseCaseNumber, type CaseNumber } from '@liuhen/courts';
import { Refusal } from '@liuhen/kernel';
import { SUBJECT_PARAMS } from './traced.decorator';

/** Name of the route parameter that names a case. */
export const CASE_NUMBER_PARAM = SUBJECT_PARAMS.case;

/** @throws Refusal with the reason why the text is not a case number. */
export function caseNumberOf(text: string, field: string): CaseNumber {
  const result = parseCaseNumber(text);
  if (result.ok) return result.caseNumber;
  const { code, message, law } = result.reason;
  throw new Refusal(code, message, { law, field });
}
