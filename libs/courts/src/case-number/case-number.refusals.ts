import { refuserOf, type LawArticle, type RefusalTable } from '@liuhen/kernel';
import { ruleOnCaseNumbers } from '../statutes';

const FURTHER_DOCUMENTS: LawArticle = {
  statute: '最高人民法院关于在同一案件多个裁判文书上规范使用案号有关事项的通知',
  version: '2016年2月1日',
  article: '第一条',
};

export const caseNumberRefusals = {
  'not-a-case-number': {
    text: '不是案号：应为“（收案年度）法院代字+类型代字+案件编号+号”',
    law: [ruleOnCaseNumbers('第三条')],
  },
  'case-number-unfinished': { text: '案号不完整：末尾缺少“号”字', law: [ruleOnCaseNumbers('第三条')] },
  'several-case-numbers': { text: '此处写有多个案号，请逐一填写' },
  'ambiguous-case-number': {
    text: '连字符有两种读法：同一案件的后续文书请写“之几”，多个案件请逐一列明案号',
    law: [FURTHER_DOCUMENTS],
  },
  'case-number-suffix-invalid': {
    text: '案号后缀应为“之一”至“之九十九”，且只能有一个',
    law: [FURTHER_DOCUMENTS],
  },
  'sequence-number-invalid': {
    text: '案件编号应为自然数；刑事复核案件为八位，其他案件不超过七位',
    law: [ruleOnCaseNumbers('第十条')],
  },
  'former-format-since-2016': {
    text: '2016年起收案的案号不再使用“字第”格式',
    law: [ruleOnCaseNumbers('第三条')],
  },
  'new-format-before-2016': {
    text: '2016年以前收案的案号应为“字第”格式',
    law: [ruleOnCaseNumbers('第三条')],
  },
  'unknown-court-code': { text: '法院代字不存在', law: [ruleOnCaseNumbers('第四条、第五条')] },
  'unknown-case-type': {
    text: '类型代字不在《人民法院案件类型及其代字标准》之内',
    law: [ruleOnCaseNumbers('第七条、第十四条')],
  },
  'case-type-not-in-use': {
    text: '该类型代字在该收案年度未施行',
    law: [ruleOnCaseNumbers('第七条、第十四条')],
  },
  'case-type-above-court': { text: '该级法院不办理此类型案件', law: [ruleOnCaseNumbers('第七条')] },
  'unknown-former-type': { text: '未能辨认2016年以前案号“字”前的法院简称和案件类别' },
} satisfies RefusalTable;

export const refuse = refuserOf(caseNumberRefusals);
