import { basisText, type Sentences } from '@liuhen/kernel';
import type { RedactedFields, RedactionEvent } from './redaction.events';

export const redactionSentences: Sentences<RedactionEvent> = {
  RedactionProposed: ({ data }) => `提出遮蔽${fieldsOf(data)}：${data.reason}`,
  RedactionApproved: ({ data }) => `同意第${data.proposal}件遮蔽，待另一人审批`,
  RedactionDeclined: ({ data }) => `不同意第${data.proposal}件遮蔽：${data.reason}`,
  PayloadRedacted: ({ data }, names) =>
    (data.restores === null ? '依法遮蔽' : '恢复备份后重新遮蔽') +
    `${fieldsOf(data)}（${basisText(data.legalBasis)}），` +
    `审批人${data.approvers.map(({ court, person }) => names.courtName(court) + names.personName(person)).join('、')}`,
};

/** Records are counted as people count, from 1. */
const fieldsOf = ({ rev, titles }: RedactedFields): string => `第${rev + 1}条记录的${titles.join('、')}`;
