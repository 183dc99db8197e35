import { power } from '@liuhen/courts';
import { refuserOf, type RefusalTable } from '@liuhen/kernel';

export const inspectionRefusals = {
  'court-not-found': { text: '没有这个法院，或者您无权查阅它的案件' },
  'pattern-window-too-long': { text: '所查的期间过长，请按法院、人员分别查，或者缩短期间' },
} satisfies RefusalTable;

export const refuse = refuserOf(inspectionRefusals);

/** 督察, of the court or one above it. */
export const patternsPower = power('按人员筛查签批和补录', ['inspector'], { court: 'ownOrAbove' });
