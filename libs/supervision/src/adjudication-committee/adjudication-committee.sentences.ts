import type { Sentences } from '@liuhen/kernel';
import {
  COMMITTEE_DECISIONS,
  COMMITTEE_SITTINGS,
  PROCURATORS,
  REFERRAL_DECISIONS,
  type AdjudicationCommitteeEvent,
  type DecidedMatter,
} from './adjudication-committee.events';

export const adjudicationCommitteeSentences: Sentences<AdjudicationCommitteeEvent> = {
  CommitteeApplied: ({ data }) =>
    `申请提交审判委员会讨论决定（${data.mandatory ? '依法应当提交' : '可以提交'}）：${data.reasons}`,
  CommitteeReferralDecided: ({ data }) => `院长决定：${REFERRAL_DECISIONS[data.decision]}。${data.reasons}`,
  ApplicationReconsidered: ({ data }) =>
    `合议庭复议后${data.outcome === 'maintained' ? '维持原意见，仍提请提交审判委员会' : '改变意见'}：${data.response}`,
  CommitteeConvened: ({ data }, names) =>
    `召集审判委员会${COMMITTEE_SITTINGS[data.sitting]}：${data.heldOn}，${names.personName(data.chair)}主持，` +
    `组成人员${data.composition.length}人，出席${data.attending.length}人` +
    (data.procurator === null ? '' : `，${PROCURATORS[data.procurator]}列席`) +
    (data.deviation === null ? '' : `（${data.deviation}）`),
  CommitteeDecided: ({ data }) =>
    `审判委员会${data.reconsidered ? '复议' : ''}决定：${decidedText(data)}` +
    (data.resolution === null ? '' : `，${data.resolution}`) +
    `（表决${data.votes.length}人，少数意见${data.votes.filter(({ minority }) => minority).length}人）`,
  CommitteeReconsiderationRequested: ({ data }) =>
    `对审判委员会的决定有异议，提请院长决定提交复议：${data.reasons}`,
  CommitteeReconsiderationDecided: ({ data }) =>
    `院长决定${data.decision === 'submit' ? '提交审判委员会复议' : '不提交审判委员会复议'}：${data.reasons}`,
  CommitteeDecisionCarriedOut: ({ data }) => `已按照审判委员会决定制作文书：${data.document.name}`,
};

/** A decision to be reconsidered stands where no majority is of another mind. */
const decidedText = ({ decision, reconsidered }: DecidedMatter): string =>
  decision === 'noMajority' && reconsidered ? '未形成过半数意见，原决定不变' : COMMITTEE_DECISIONS[decision];
