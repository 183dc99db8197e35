import { WARNING_RECIPIENTS, WARNING_STEPS, type Sentences } from '@liuhen/kernel';
import type { DutyWarningEvent } from './duty-warning.events';

/** @param kinds Chinese names of the kinds of duties. */
export const dutyWarningSentences = (
  kinds: Readonly<Record<string, string>>,
): Sentences<DutyWarningEvent> => ({
  DutyWarningRaised: ({ data: { kind, step, to, due } }) =>
    `预警：${kinds[kind] ?? kind}${WARNING_STEPS[step]}` +
    (due === null ? '' : `（期限${due}）`) +
    `，告知${WARNING_RECIPIENTS[to]}`,
});
