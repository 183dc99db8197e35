/** The words of the acts, without the server that a library's index would load: for the command line and the console. */
export { referenceOf, unnumberedCase } from './case-file/case-id';
export {
  CASE_STAGES,
  CASE_TYPES,
  DISPOSITIONS,
  LINK_KINDS,
  type CaseStage,
  type CaseType,
  type Disposition,
  type LinkKind,
} from './case/case-vocabulary';
export { judgements, type Judgement } from './law/finding';
export { outcomes, type Outcome } from './law/vocabulary';
