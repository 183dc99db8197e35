import { power, type Power } from '@liuhen/courts';
import { CASE_SYSTEM, TRIAL_MANAGEMENT, TRIERS } from '../court-rules/post-groups';
import { collegialPanelProvisions, lawArticleOf } from '../law/citation';
import type { CaseCommand } from './case.decider';

const RECORDING = [...TRIERS, ...TRIAL_MANAGEMENT, CASE_SYSTEM];

export const casePowers: Readonly<Record<CaseCommand['type'], Power>> = {
  RegisterCase: power('登记案件', RECORDING),
  LinkCase: power('登记案件来源', RECORDING),
  FormPanel: power('登记审判组织及其变更', [...TRIERS, CASE_SYSTEM], {
    unless: ['panel-change-not-permitted'],
    law: collegialPanelProvisions('3').map(lawArticleOf),
  }),
  RecordDisposition: power('记录裁判结果', RECORDING),
};
