import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { SEPARATION } from '../proposals/proposal.refusals';

export const postRefusals = {
  'post-already-established': { text: '该职务已设立' },
  'post-not-established': { text: '该职务尚未设立' },
  'post-kind-unknown': { text: '没有这一种类的职务' },
  'post-court-unknown': { text: '该职务所在的法院未登记' },
  'post-occupied': { text: '该职务届时已有人担任，应当先办理离任' },
  'person-already-in-post': { text: '该人员届时已担任此职务' },
  'person-not-in-post': { text: '该人员届时未担任此职务' },
  'leaves-before-appointment': { text: '离任日期应当晚于任职日期' },
  'post-period-reversed': { text: '截止日期应当晚于起始日期' },
  'leave-overlaps': { text: '该人员届时已在请假期间' },
  'not-on-leave': { text: '该人员届时不在请假期间' },
  'delegation-to-oneself': { text: '不能委托本人代行本人职务' },
  'delegation-to-oneself-not-permitted': { text: '受托人不能登记对本人的委托' },
  'delegation-handed-on': { text: '受托代行职务的，不能转委托' },
  'delegate-not-in-post': { text: '受托人届时应当在本院担任职务' },
  'delegation-overlaps': { text: '该职务届时已委托他人代行，应当先撤销原委托' },
  'delegation-approver-not-above': {
    text: '委托应当经本院上一级负责人批准；没有上一级的，由本职务的任职人批准',
  },
  'delegation-not-found': { text: '没有这一委托' },
  'delegation-not-in-force': { text: '该委托届时不在有效期内' },
  'post-without-oversight': { text: '只有副院长、审委会专职委员可以分管庭室' },
  'post-change-needs-approval': {
    text: '系统管理员、安全管理员、审计管理员的任职和离任，以及院领导的分管，须经一人提请、他人同意',
    law: SEPARATION,
  },
  'post-change-needs-no-approval': { text: '该职务的任职和离任无须提请，由登记职务事项的人员直接登记' },
  'post-change-retroactive': { text: '经提请批准的任职、离任和分管不溯及既往：起始日不得早于批准之日' },
  'post-proposal-not-permitted': {
    text: '管理员的任免由本院院长、政治部或者安全管理员提请，分管由本院院长、审管办、政治部或者安全管理员提请',
  },
  'post-approval-not-permitted': {
    text: '管理员的任免由本院院长或者安全管理员同意，分管由本院院长、副院长、党组书记或者安全管理员同意',
  },
  'own-power-not-permitted': { text: '任何人不能提请或者批准授予本人的权力', law: SEPARATION },
  'administrators-separate': {
    text: '系统管理员、安全管理员、审计管理员三员分立：一人不得兼任其中两员，也不得兼任其他职务',
    law: SEPARATION,
  },
  'administrator-not-delegated': {
    text: '管理员的职务不得委托他人代行，管理员也不得受托代行他人职务',
    law: SEPARATION,
  },
} satisfies RefusalTable;

export const refuse = refuserOf(postRefusals);
