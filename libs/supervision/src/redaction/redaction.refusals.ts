import { refuserOf, type LawArticle, type RefusalTable } from '@liuhen/kernel';
import { caseFileRefusals } from '../case-file/case-file.refusals';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import { lawArticleOf, organicLaw, type Citation } from '../law/citation';

const law = (...citations: readonly (readonly Citation[])[]) => ({ law: citations.flat().map(lawArticleOf) });

/** 删除个人信息; what keeps it from being deleted: a period of retention that runs, or the engine (its second paragraph). */
const DELETION: LawArticle = {
  statute: '中华人民共和国个人信息保护法',
  version: '2021年',
  article: '第四十七条',
};
const RETAINED: LawArticle = { ...DELETION, article: '第四十七条第二款' };

const APPEAL_CHAIN = law(organicLaw('10.2'));

export const redactionRefusals = {
  'redaction-engine-cannot-erase': {
    text: '本系统的事件库（EventStoreDB）不能删除已经记录的内容，无法遮蔽；可以改为限制查阅',
    law: [RETAINED],
  },
  'redaction-event-not-found': { text: '本案没有这条记录，或者您无权查阅', law: [DELETION] },
  'redaction-field-not-erasable': {
    text: '只能遮蔽当事人的个人信息和附件；意见、理由、行为人和“三个规定”记录永远保留',
    ...law(organicLaw('31'), organicLaw('52')),
  },
  'redaction-field-withheld': { text: '该项内容已经依法遮蔽', law: [DELETION] },
  'redaction-basis-insufficient': {
    text: '该条文不在本院规则所列的法律依据之内，不足以遮蔽',
    law: [DELETION],
  },
  'redaction-reason-tells': { text: '理由不得写入拟遮蔽的内容：理由永远保留', law: [DELETION] },
  'redaction-case-open': { text: '本案尚无裁判结果，不得遮蔽', law: [RETAINED] },
  // Does not tell which: that there is a matter or a lead may not be known to whoever asks.
  'redaction-under-way': {
    text: '本案还有未办结的事项、异议、督导事项、线索或者证据保全，不得遮蔽',
    law: [RETAINED],
  },
  'redaction-end-unknown': { text: '裁判日期不明，无法计算档案保管期限，不得遮蔽', law: [RETAINED] },
  'redaction-archive-period': { text: '本案档案的保管期限尚未届满，不得遮蔽', law: [RETAINED] },
  'redaction-already-proposed': { text: '对这条记录已经提出遮蔽，尚未办结', law: [DELETION] },
  'redaction-not-open': { text: '没有这件等待审批的遮蔽，或者已经办结', law: [DELETION] },
  'redaction-by-leaders-only': {
    text: '遮蔽由审理法院或者其上级法院的院庭长审批',
    ...law(organicLaw('10.2'), organicLaw('41')),
  },
  'redaction-own-proposal': { text: '提出遮蔽的人不得审批', ...APPEAL_CHAIN },
  'redaction-approved-before': { text: '您已经同意这件遮蔽，须由另一人审批', ...APPEAL_CHAIN },
  'redaction-higher-court-missing': {
    text: '两名审批人中应当有一名是上级法院的院庭长',
    ...APPEAL_CHAIN,
  },
} satisfies RefusalTable;

export const refuse = refuserOf({ ...caseFileRefusals, ...courtRulesRefusals, ...redactionRefusals });
