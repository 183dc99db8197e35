import type { Power } from '@liuhen/courts';
import { answering } from '../matter-rules/matter-power';
import type { ListedSupervisionCommand } from './listed-supervision.decider';

export const listedSupervisionPowers: Readonly<Record<ListedSupervisionCommand['type'], Power>> = {
  SubmitClosingPlan: answering('报送办结计划'),
  FilePeriodicReport: answering('报送旬报'),
};
