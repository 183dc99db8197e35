export { acts } from './acts';
export { CaseParam } from './case-file/case-param';
export type { CaseReference } from './case-file/case-id';
export { CourtView } from './case-file/court.views';
export { readableCase } from './case-file/readable-case';
export { caseIdOf, type CaseId } from './case/case.events';
export type { SupervisoryAct } from './supervisory-act';
