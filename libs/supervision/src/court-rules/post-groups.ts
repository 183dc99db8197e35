import { kindsOf } from '@liuhen/courts';

/** 院庭长. */
export const LEADERS = kindsOf('courtLeaders').filter((kind) => kind !== 'committeeSeat');
/** 法官 and those who assist them; leaders try cases too, and then do so in the post that they hold. */
export const TRIERS = [...kindsOf('judge'), ...LEADERS];
/** 审判管理. */
export const TRIAL_MANAGEMENT = kindsOf('trialManagement');
/** Brings in what happened elsewhere. */
export const CASE_SYSTEM = 'caseSystem';
