import { kindsOf, power } from '@liuhen/courts';
import { refuserOf, type RefusalTable } from '@liuhen/kernel';

/** 院庭长、审判管理部门、督察. */
const SUPERVISORY = [
  ...kindsOf('courtLeaders', 'trialManagement').filter((kind) => kind !== 'committeeSeat'),
  'inspector',
];

/** 法官 and who assists them, who learn it of their own cases only. */
export const TRYING = kindsOf('judge');

export const readersRefusals = {
  'case-readers-not-permitted': { text: '只有本案审判组织成员和承担监督职责的人员可以查看谁看过本案' },
} satisfies RefusalTable;

export const refuse = refuserOf(readersRefusals);

/** 谁可以查看谁看过本案. */
export const readersPower = power('查看谁看过本案', [...SUPERVISORY, ...TRYING], {
  court: 'ownOrAbove',
  unless: ['case-readers-not-permitted'],
});
