import { power, type Power } from '@liuhen/courts';
import { CASE_SYSTEM, LEADERS, TRIAL_MANAGEMENT, TRIERS } from '../court-rules/post-groups';
import { lawArticleOf, organicLaw } from '../law/citation';
import type { AdjudicationCommitteeCommand } from './adjudication-committee.decider';

const APPLICATION = organicLaw('39.1').map(lawArticleOf);
const SESSION = organicLaw('38').map(lawArticleOf);
const RECORDING = [...LEADERS, ...TRIAL_MANAGEMENT, CASE_SYSTEM];

export const adjudicationCommitteePowers: Readonly<Record<AdjudicationCommitteeCommand['type'], Power>> = {
  ApplyToCommittee: power('申请提交审判委员会讨论决定', [...TRIERS, CASE_SYSTEM], {
    unless: ['committee-applicant'],
    law: APPLICATION,
  }),
  DecideReferral: power('决定是否提交审判委员会', [...LEADERS, CASE_SYSTEM], {
    unless: ['committee-president-decides'],
    law: APPLICATION,
    reachesIntoCase: true,
  }),
  ReconsiderApplication: power('院长建议复议后，合议庭复议', [...TRIERS, CASE_SYSTEM], {
    unless: ['committee-not-panel'],
    law: APPLICATION,
  }),
  ConveneCommittee: power('召集审判委员会会议', RECORDING, {
    unless: ['committee-convener'],
    law: SESSION,
    reachesIntoCase: true,
  }),
  DecideMatter: power('登记审判委员会的表决和决定', RECORDING, {
    unless: ['committee-recorder'],
    law: SESSION,
    reachesIntoCase: true,
  }),
  RequestReconsideration: power('对审判委员会的决定提请复议', [...TRIERS, CASE_SYSTEM], {
    unless: ['committee-not-panel'],
  }),
  CarryOutDecision: power('按照审判委员会决定制作文书', [...TRIERS, CASE_SYSTEM], {
    unless: ['committee-not-panel'],
    law: organicLaw('39.2').map(lawArticleOf),
  }),
};
