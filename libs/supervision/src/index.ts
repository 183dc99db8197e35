export { acts } from './acts';
export { ancestorsOf } from './case-file/ancestors';
export { CaseParam } from './case-file/case-param';
export type { CaseReference } from './case-file/case-id';
export { readableCase } from './case-file/readable-case';
export { caseEvents, caseIdOf, caseStream, type CaseEvent, type CaseId } from './case/case.events';
export type { SupervisoryAct } from './supervisory-act';
