import { refuserOf, type RefusalTable } from '@liuhen/kernel';

export const policyRefusals = {
  'policy-kind-unknown': { text: '没有这一种类的规则' },
  'policy-court-unknown': { text: '制定规则的法院未登记' },
  'policy-version-misnamed': { text: '规则版本的编号应为规则名称、法院、年份和两位序号，以短横线相连' },
  'policy-version-taken': { text: '该编号的规则版本已存在，修改规则须另立版本' },
  'policy-period-reversed': { text: '规则的截止日应当晚于施行日' },
  'policy-retroactive': { text: '规则不溯及既往：施行日或者废止日不得早于今日' },
  'policy-begins-too-early': { text: '新版本的施行日应当晚于现有版本的施行日' },
  'policy-without-clauses': { text: '规则至少应有一条' },
  'policy-clause-repeated': { text: '条款编号重复' },
  'policy-clause-without-text': { text: '每一条款都应有条文' },
  'policy-clause-invalid': { text: '条款内容有误' },
  'policy-version-not-found': { text: '没有这一规则版本' },
  'policy-repealed-before-start': { text: '废止日不得早于该版本的施行日；未施行的版本自施行日废止' },
  'policy-already-ended': { text: '该规则版本届时已不再施行' },
  'policy-change-needs-approval': { text: '本院规则的发布和废止，须经一人提请、他人同意' },
  'policy-local-additions-closed': { text: '上级法院的现行规则不允许下级法院另作规定' },
  'policy-not-permitted': { text: '本院规则的发布和废止，由本院院长或者审管办主任提请' },
  'policy-approval-not-permitted': {
    text: '本院规则的发布和废止，由本院院长、副院长、审委会专职委员、党组书记和审管办主任中提请人以外的二人同意',
  },
} satisfies RefusalTable;

export const refuse = refuserOf(policyRefusals);
