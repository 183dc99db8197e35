import { refuserOf, type RefusalTable } from '@liuhen/kernel';

export const dutyWarningRefusals = {
  'duty-not-found': { text: '没有这项责任' },
  'duty-closed': { text: '该项责任已经了结，无须预警' },
  'warning-not-foreseen': { text: '该项责任没有这一预警' },
  'warning-raised': { text: '该预警已经发出' },
  'warning-not-due': { text: '该预警时间未到' },
} satisfies RefusalTable;

export const refuse = refuserOf(dutyWarningRefusals);

/** Nothing is left to warn of: others were first, or the duty was done meanwhile. */
const SETTLED: ReadonlySet<string> = new Set<keyof typeof dutyWarningRefusals>([
  'duty-closed',
  'warning-raised',
]);

/** Whether a refusal means that there is nothing to do, rather than that something is wrong. */
export const isSettled = ({ code }: { readonly code: string }): boolean => SETTLED.has(code);
