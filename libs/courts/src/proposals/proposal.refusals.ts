import { refuserOf, type LawArticle, type RefusalTable } from '@liuhen/kernel';

/** Level 3: administrators hold the least power, their powers are apart, and what they do can be audited. */
const protectionBaseline = (article: string): LawArticle => ({
  statute: '信息安全技术 网络安全等级保护基本要求',
  version: 'GB/T 22239-2019',
  article,
});

export const SEPARATION: readonly LawArticle[] = [
  protectionBaseline('8.1.4.2'),
  protectionBaseline('8.1.4.3'),
  protectionBaseline('8.1.5'),
];

export const proposalRefusals = {
  'proposal-not-found': { text: '没有这一提请' },
  'proposal-closed': { text: '该提请已经办结' },
  'proposal-expired': { text: '该提请逾期未获批准，已经失效，可以重新提请' },
  'proposal-without-reason': { text: '提请应当说明事由' },
  'proposal-withdrawal-not-permitted': { text: '提请由提请人本人撤回' },
  'proposal-approval-not-independent': {
    text: '提请须由他人批准：提请人和已经同意的人，无论以何职务，均不能再予批准，代其行使职务的人和委托其代行职务的人也不能',
    law: SEPARATION,
  },
} satisfies RefusalTable;

export const refuse = refuserOf(proposalRefusals);
