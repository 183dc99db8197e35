import { refuserOf, type RefusalTable } from '@liuhen/kernel';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import { matterRulesRefusals } from '../matter-rules/matter-rules.refusals';

export const bulletinRefusals = {
  'bulletin-ranking-forbidden': {
    text: '现行规则不允许对法院或者人员排名排序（最高人民法院2024年9月修订审判质量管理指标体系：坚决杜绝排名排序）',
  },
  'bulletin-figures-missing': { text: '应当列明通报的数据' },
  'bulletin-figures-not-yet': { text: '数据的截止日期不得晚于今日' },
  'bulletin-figure-court-outside': { text: '数据所属的法院不是通报对象的法院' },
  'bulletin-figure-repeated': { text: '同一法院的同一指标重复' },
  'bulletin-value-not-decimal': { text: '数值应写为十进制数，如 12.5，不写千分号和单位' },
  'bulletin-figure-unknown': { text: '通报中没有这一项数据' },
  'bulletin-objection-not-open': { text: '通报尚未发出，或者异议已经处理完毕，不能提出异议' },
  'bulletin-objection-window-over': { text: '异议期已满' },
  'bulletin-objection-not-yours': { text: '对一项数据的异议，由该数据所属法院的责任岗位提出' },
  'bulletin-figure-under-objection': { text: '对该项数据的异议正在处理' },
  'bulletin-objection-unknown': { text: '没有这一异议' },
  'bulletin-objection-window-running': { text: '异议期尚未届满' },
  'bulletin-objection-unanswered': { text: '还有异议没有答复' },
  'bulletin-correction-owed': { text: '还有异议成立的数据没有更正' },
  'bulletin-not-issued': { text: '通报尚未发出；发出之前数据有误的，不予批准后重新核验' },
  'bulletin-corrections-missing': { text: '应当列明更正的数据' },
  'bulletin-correction-repeated': { text: '同一项数据重复更正' },
  'bulletin-value-differs': { text: '更正前的数值与现在的数值不符' },
  'bulletin-correction-changes-nothing': { text: '更正后的数值与更正前相同' },
} satisfies RefusalTable;

export const refuse = refuserOf({ ...courtRulesRefusals, ...matterRulesRefusals, ...bulletinRefusals });
