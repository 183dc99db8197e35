// Straight from the pure files: the library's door would load the whole server into every start of the CLI.
export {
  CASE_STAGES,
  CASE_TYPES,
  DISPOSITIONS,
  LINK_KINDS,
  type CaseStage,
  type CaseType,
  type Disposition,
  type LinkKind,
} from '../../../libs/supervision/src/case/case-vocabulary';
export {
  judgements,
  type Judgement,
} from '../../../libs/supervision/src/appellate-disposition/rules/finding';
export { outcomes, type Outcome } from '../../../libs/supervision/src/appellate-disposition/rules/vocabulary';
export { referenceOf, unnumberedCase } from '../../../libs/supervision/src/case-file/case-id';

/** The code whose Chinese name is printed. */
export function codeOf<Code extends string>(
  names: Readonly<Record<Code, string>>,
  printed: string,
): Code | undefined {
  for (const code in names) if (names[code] === printed) return code;
  return undefined;
}
