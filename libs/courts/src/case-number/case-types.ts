import type { CourtLevel } from '../courts/court';
import type { Instance, Procedure } from './procedure';

/** 案件类型: one row of the standard of case types. */
export interface CaseType {
  /** 类型代字. */
  readonly code: string;
  readonly name: string;
  readonly procedure: Procedure;
  readonly instance: Instance;
  /** The lowest level of court that can hear such a case, where a statute says so. */
  readonly lowest?: CourtLevel;
  /** 收案年度 in which the code was in use, where it was not from 2016 on. */
  readonly from?: number;
  readonly until?: number;
}

type Row = readonly [code: string, name: string, instance: Instance, more?: Partial<CaseType>];

const typesOf = (procedure: Procedure, rows: readonly Row[]): readonly CaseType[] =>
  rows.map(([code, name, instance, more]) => ({ code, name, procedure, instance, ...more }));

const INTERMEDIATE: Partial<CaseType> = { lowest: 'intermediate' };

/**
 * 《人民法院案件类型及其代字标准》 (法〔2015〕137号 附件), in force from 2016, by procedure. Where several types share a
 * code they share a row. Later additions stand with their source.
 *
 * Second instance, and reconsideration by the court above, cannot be a basic court's (人民法院组织法 第二十三条、第二十五条;
 * 民事诉讼法 第一百一十九条、第二百三十六条; 行诉解释 第一百六十一条).
 */
export const allCaseTypes: readonly CaseType[] = [
  ...typesOf('criminal', [
    ['刑辖', '刑事管辖案件', 'jurisdiction'],
    ['刑初', '刑事一审案件', 'first'],
    ['刑终', '刑事二审案件', 'second', INTERMEDIATE],
    ['刑监', '刑事依职权再审审查案件', 'retrialReview'],
    ['刑申', '刑事申诉再审审查案件', 'retrialReview'],
    ['刑抗', '刑事抗诉再审审查案件', 'retrialReview'],
    ['刑再', '刑事再审案件', 'retrial'],
    // 刑事诉讼法 第二百九十九条
    ['刑没', '申请没收违法所得案件', 'special', INTERMEDIATE],
    // 刑事诉讼法 第二百四十六条至第二百四十八条; 刑诉解释 第四百一十四条
    ['刑核', '刑事复核案件', 'sentenceReview', INTERMEDIATE],
    ['刑医', '申请强制医疗审查案件', 'special'],
    ['刑医解', '解除强制医疗审查案件', 'special'],
    ['刑医复', '强制医疗复议案件', 'reconsideration', INTERMEDIATE],
    ['刑医监', '强制医疗监督案件', 'other'],
    // 刑事诉讼法 第二百六十二条
    ['刑止', '停止执行死刑案件', 'other', INTERMEDIATE],
    ['刑止调', '停止执行死刑调查案件', 'other', INTERMEDIATE],
    ['刑止核', '停止执行死刑调查审核案件', 'other', INTERMEDIATE],
    ['刑更', '刑罚与执行变更审查案件', 'other'],
    ['刑更监', '刑罚与执行变更监督案件', 'other'],
    ['刑更备', '刑罚与执行变更备案案件', 'other'],
    ['刑他', '其他刑事案件', 'other'],
    // 安置教育 (反恐怖主义法 第三十条), added after the first edition
    ['刑教', '申请安置教育审查案件', 'special', INTERMEDIATE],
    ['刑教解', '解除安置教育审查案件', 'special', INTERMEDIATE],
    ['刑教复', '安置教育复议案件', 'reconsideration', INTERMEDIATE],
    ['刑教监', '安置教育监督案件', 'other'],
  ]),
  ...typesOf('civil', [
    ['民辖', '民事管辖案件', 'jurisdiction'],
    ['民辖终', '民事管辖上诉案件', 'second', INTERMEDIATE],
    ['民辖监', '民事管辖监督案件', 'jurisdiction'],
    ['民初', '民事一审案件', 'first'],
    ['民终', '民事二审案件', 'second', INTERMEDIATE],
    ['民监', '民事依职权再审审查案件', 'retrialReview'],
    ['民申', '民事申请再审审查案件', 'retrialReview'],
    ['民抗', '民事抗诉再审审查案件', 'retrialReview'],
    ['民再', '民事再审案件', 'retrial'],
    ['民撤', '第三人撤销之诉案件', 'first'],
    ['民特', '特别程序案件', 'special'],
    ['民特监', '民事特别程序监督案件', 'other'],
    ['民催', '催告案件', 'special'],
    ['民督', '申请支付令审查案件', 'special'],
    ['民督监', '支付令监督案件', 'other'],
    ['民他', '其他民事案件', 'other'],
    // 法释〔2016〕15号
    ['民保令', '人身安全保护令申请审查案件', 'special'],
    ['民保更', '人身安全保护令变更案件', 'special'],
    // 最高人民法院国际商事法庭
    ['商初', '国际商事一审案件', 'first', { lowest: 'supreme', from: 2019 }],
  ]),
  ...typesOf('administrative', [
    ['行辖', '行政管辖案件', 'jurisdiction'],
    ['行辖终', '行政管辖上诉案件', 'second', INTERMEDIATE],
    ['赔辖', '行政赔偿管辖案件', 'jurisdiction'],
    ['赔辖终', '行政赔偿管辖上诉案件', 'second', INTERMEDIATE],
    ['行初', '行政一审案件', 'first'],
    ['行终', '行政二审案件', 'second', INTERMEDIATE],
    ['行监', '行政依职权再审审查案件', 'retrialReview'],
    ['行申', '行政申请再审审查案件', 'retrialReview'],
    ['行抗', '行政抗诉再审审查案件', 'retrialReview'],
    ['行再', '行政再审案件', 'retrial'],
    ['行审', '非诉行政行为申请执行审查案件', 'special'],
    ['行审复', '非诉行政行为申请执行审查复议案件', 'reconsideration', INTERMEDIATE],
    ['行他', '其他行政案件', 'other'],
    // 行政赔偿: among 国家赔偿 in the annex, heard under the 行政诉讼法
    ['行赔初', '行政赔偿一审案件', 'first'],
    ['行赔终', '行政赔偿二审案件', 'second', INTERMEDIATE],
    ['行赔监', '行政赔偿依职权再审审查案件', 'retrialReview'],
    ['行赔申', '行政赔偿申请再审审查案件', 'retrialReview'],
    ['行赔抗', '行政赔偿抗诉再审审查案件', 'retrialReview'],
    ['行赔再', '行政赔偿再审案件', 'retrial'],
    ['行赔他', '其他行政赔偿案件', 'other'],
  ]),
  ...typesOf('compensation', [
    ['法赔', '法院作为赔偿义务机关自赔案件', 'other'],
    // 赔偿委员会 from the intermediate courts up: 国家赔偿法 第二十九条、第三十条
    ['委赔', '赔偿委员会审理赔偿案件', 'other', INTERMEDIATE],
    ['委赔监', '司法赔偿监督审查案件', 'retrialReview', INTERMEDIATE],
    ['委赔提', '司法赔偿监督上级法院赔偿委员会重审案件', 'retrial', { lowest: 'high' }],
    ['委赔再', '司法赔偿监督本院赔偿委员会重审案件', 'retrial', INTERMEDIATE],
    ['赔确监', '赔偿确认申诉审查案件', 'other'],
    ['赔他', '其他赔偿案件', 'other'],
  ]),
  ...typesOf('judicialRelief', [
    ['司救刑', '刑事司法救助案件', 'other'],
    ['司救民', '民事司法救助案件', 'other'],
    ['司救行', '行政司法救助案件', 'other'],
    ['司救赔', '国家赔偿司法救助案件', 'other'],
    ['司救执', '执行司法救助案件', 'other'],
    ['司救访', '涉诉信访司法救助案件', 'other'],
    ['司救他', '其他司法救助案件', 'other'],
  ]),
  ...typesOf('interregionalAssistance', [
    ['认台', '认可与执行台湾地区裁判、仲裁裁决审查案件', 'special'],
    ['认港', '认可与执行香港特别行政区裁判、仲裁裁决审查案件', 'special'],
    ['认澳', '认可与执行澳门特别行政区裁判、仲裁裁决审查案件', 'special'],
    ['认复', '认可与执行审查复议案件', 'reconsideration', INTERMEDIATE],
    ['认他', '认可与执行审查其他案件', 'other'],
    ['请台送', '请求台湾地区送达文书审查案件', 'other'],
    ['请港送', '请求香港特别行政区法院送达文书审查案件', 'other'],
    ['请澳送', '请求澳门特别行政区法院送达文书审查案件', 'other'],
    ['台请送', '台湾地区请求送达文书案件', 'other'],
    ['港请送', '香港特别行政区法院请求送达文书案件', 'other'],
    ['澳请送', '澳门特别行政区法院请求送达文书案件', 'other'],
    ['请台调', '请求台湾地区调查取证审查案件', 'other'],
    ['请港调', '请求香港特别行政区调查取证审查案件', 'other'],
    ['请澳调', '请求澳门特别行政区法院调查取证审查案件', 'other'],
    ['台请调', '台湾地区请求调查取证案件', 'other'],
    ['港请调', '香港特别行政区请求调查取证案件', 'other'],
    ['澳请调', '澳门特别行政区法院请求调查取证案件', 'other'],
    ['请移管', '接收在台湾地区被判刑人案件', 'other'],
    ['助移管', '向台湾地区移管被判刑人案件', 'other'],
    ['请移赃', '接收台湾地区移交罪赃案件', 'other'],
    ['助移赃', '向台湾地区移交罪赃案件', 'other'],
  ]),
  ...typesOf('internationalAssistance', [
    ['协外认', '承认与执行外国法院裁判、国外仲裁裁决审查案件', 'special'],
    ['协他', '承认与执行审查其他案件', 'other'],
    ['协外送', '外国法院请求送达文书案件', 'other'],
    ['请外送', '请求外国法院送达文书审查案件', 'other'],
    ['协外调', '外国法院请求调查取证案件', 'other'],
    ['请外调', '请求外国法院调查取证审查案件', 'other'],
    ['请外移', '接收在外国被判刑人案件', 'other'],
    ['协外移', '向外国移管被判刑人案件', 'other'],
    ['请外引', '请求外国引渡案件', 'other'],
    ['协外引', '协助外国引渡案件', 'other'],
  ]),
  ...typesOf('sanction', [
    ['司惩', '司法制裁审查案件', 'other'],
    ['司惩复', '司法制裁复议案件', 'reconsideration', INTERMEDIATE],
  ]),
  ...typesOf('preservation', [
    ['财保', '非诉财产保全审查案件', 'special'],
    ['行保', '非诉行为保全审查案件', 'special'],
    // to the same court: 民事诉讼法 第一百一十一条
    ['行保复', '非诉行为保全复议案件', 'reconsideration'],
    ['证保', '非诉证据保全审查案件', 'special'],
  ]),
  ...typesOf('enforcement', [
    ['执', '首次执行案件', 'enforcement'],
    ['执恢', '恢复执行案件', 'enforcement'],
    ['执保', '财产保全执行案件', 'enforcement'],
    ['执异', '执行异议案件', 'enforcementReview'],
    ['执复', '执行复议案件', 'enforcementReview', INTERMEDIATE],
    ['执监', '执行监督案件', 'enforcementReview'],
    ['执协', '执行协调案件', 'other'],
    ['执他', '其他执行案件', 'other'],
  ]),
  ...typesOf('insolvency', [
    // the first edition's, until 法〔2016〕237号 of 2016-08-01
    ['民破', '破产案件', 'special', { until: 2016 }],
    ['民算', '强制清算案件', 'special', { until: 2016 }],
    ['清申', '强制清算申请审查案件', 'special'],
    ['破申', '破产申请审查案件', 'special'],
    ['清终', '强制清算上诉案件', 'second', INTERMEDIATE],
    ['破终', '破产上诉案件', 'second', INTERMEDIATE],
    ['清监', '强制清算监督案件', 'retrialReview'],
    ['破监', '破产监督案件', 'retrialReview'],
    ['强清', '强制清算案件', 'special'],
    ['破', '破产案件', 'special'],
  ]),
  // 最高人民法院《关于诉前调解申请司法确认和出具调解书案件不纳入民事案件司法统计的通知》(2021-09); not cases of the standard
  ...typesOf('preLitigationMediation', [
    ['诉前调', '诉前调解', 'other'],
    ['诉前调书', '诉前调解出具调解书', 'other'],
    ['诉前调确', '诉前调解司法确认', 'special'],
  ]),
];

const BY_CODE: ReadonlyMap<string, CaseType> = new Map(allCaseTypes.map((type) => [type.code, type]));

/** The case type of a 类型代字; `undefined` for one that is not in the standard. */
export const caseTypeOf = (code: string): CaseType | undefined => BY_CODE.get(code);

/** 专门审判代字: one character before the type, set by the Supreme People's Court (法〔2018〕335号 第一条、第二条). */
export const SPECIALISED_TRIALS: Readonly<Record<string, string>> = { 知: '知识产权' };
