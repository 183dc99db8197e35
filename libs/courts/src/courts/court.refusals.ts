import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { organicLaw, ruleOnCaseNumbers } from '../statutes';

export const courtRefusals = {
  'court-already-established': { text: '该法院已登记' },
  'court-not-established': { text: '该法院尚未登记' },
  'court-abolished': { text: '该法院已撤销，不再变更' },
  'court-code-contradicts-level': {
    text: '法院代字与法院级别不符',
    law: [ruleOnCaseNumbers('第四条、第五条')],
  },
  'court-code-taken': {
    text: '该法院代字在此期间属于另一法院',
    law: [ruleOnCaseNumbers('第十二条')],
  },
  'superior-court-unknown': { text: '上级法院未登记，也不是可由代字识别的法院' },
  'superior-court-not-higher': {
    text: '上级法院的级别应当高于本院',
    law: [organicLaw('第十六条'), organicLaw('第二十一条'), organicLaw('第二十三条')],
  },
  'successor-court-unknown': { text: '承接法院未登记' },
  'courts-still-beneath': { text: '届时仍有法院的上诉案件由该院审理，应当先变更上诉法院' },
  'period-reversed': { text: '期间的截止日应当晚于起始日' },
} satisfies RefusalTable;

export const refuse = refuserOf(courtRefusals);
