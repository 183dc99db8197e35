import type { Sentences } from '@liuhen/kernel';
import { changeText, type GuardedChange } from './change-text';
import type { ProposalEvent } from './proposal.events';

export const proposalSentences: Sentences<ProposalEvent<GuardedChange>> = {
  ChangeProposed: ({ data }, names) =>
    `提请（第${data.proposal}号，${data.expiresOn}前有效）：${changeText(data.change, names)}；理由：${data.reason}`,
  ProposalApproved: ({ data }) =>
    `同意提请（第${data.proposal}号）${data.enacts ? '，即行生效' : ''}；理由：${data.reason}`,
  ProposalDeclined: ({ data }) => `不同意提请（第${data.proposal}号）；理由：${data.reason}`,
  ProposalWithdrawn: ({ data }) => `撤回提请（第${data.proposal}号）；理由：${data.reason}`,
};
