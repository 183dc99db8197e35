import { appellateDispositionAct } from './appellate-disposition/appellate-disposition.module';
import { caseAct } from './case/case.module';
import type { SupervisoryAct } from './supervisory-act';

/** Every supervisory act: adding one adds its folder and one line here. */
export const acts: readonly SupervisoryAct[] = [caseAct, appellateDispositionAct];
