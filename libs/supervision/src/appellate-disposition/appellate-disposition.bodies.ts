import { SOURCES, type CalendarDate, type Source } from '@liuhen/kernel';
import {
  ChoiceField,
  ChoiceListField,
  DateField,
  FlagField,
  ListField,
  NestedField,
  TextField,
  TextListField,
} from '@liuhen/platform';
import { DISPOSITION_STATUSES, type DispositionStatus } from './appellate-disposition.events';
import {
  courtLevels,
  outcomes,
  ruleTable,
  stages,
  type AppealSide,
  type CourtLevel,
  type DispositionPart,
  type OrderedRetrialConditions,
  type OrderedRetrialExclusions,
  type Outcome,
  type RetrialOrigin,
  type Stage,
} from './rules';

const LONGEST_TEXT = 4000;
const MOST_PARTS = 100;
const MOST_REASONS = 50;

const APPEAL_SIDES = {
  defendantSide: '被告人一方',
  procuratorate: '人民检察院',
  privateProsecutor: '自诉人',
  party: '当事人',
} as const satisfies Record<AppealSide, string>;

const RETRIAL_ORIGINS = {
  partyApplication: '当事人申请',
  upperCourtMotion: '上级法院依职权',
  protest: '检察机关抗诉',
  ownCourtMotion: '本院依职权',
} as const satisfies Record<RetrialOrigin, string>;

const GROUNDS = Object.fromEntries(ruleTable.map(({ code, name }) => [code, name]));

/** 法释〔2015〕7号第二条第一款第（二）至（四）项. */
class OrderConditionsBody implements OrderedRetrialConditions {
  @FlagField('生效裁判由第一审法院作出', { optional: true }) readonly effectiveAtFirstInstance?: boolean;
  @FlagField('当事人一方人数众多或者双方为公民', { optional: true })
  readonly manyPartiesOrAllCitizens?: boolean;
  @FlagField('经审判委员会讨论决定', { optional: true }) readonly decidedByAdjudicationCommittee?: boolean;
}

/** 法释〔2015〕7号第三条第（一）至（六）项. */
class OrderExclusionsBody implements OrderedRetrialExclusions {
  @FlagField('原裁判系再审后作出', { optional: true }) readonly alreadyRetried?: boolean;
  @FlagField('原裁判经原审法院审判委员会讨论', { optional: true }) readonly decidedByItsCommittee?: boolean;
  @FlagField('原审审判人员贪污受贿、徇私舞弊、枉法裁判', { optional: true })
  readonly judgeCorruption?: boolean;
  @FlagField('原审法院无再审管辖权', { optional: true }) readonly noRetrialJurisdiction?: boolean;
  @FlagField('需要统一法律适用或者裁量权行使标准', { optional: true }) readonly needsUniformLaw?: boolean;
  @FlagField('其他不宜指令再审的情形', { optional: true }) readonly otherwiseUnfit?: boolean;
}

export class DispositionPartBody implements DispositionPart {
  @TextField('所涉被告人或者诉讼请求', { max: 200, optional: true, note: '用代称，不写当事人姓名' })
  readonly subject?: string;
  @ChoiceField('处理结果', outcomes) readonly outcome: Outcome;
  @ChoiceListField('理由', GROUNDS, { optional: true }) readonly grounds: readonly string[] = [];
  @TextListField('原文所印理由', { max: MOST_REASONS, itemMax: 300, optional: true })
  readonly printedGrounds?: readonly string[];
  @TextListField('原文所引条文', { max: MOST_REASONS, itemMax: 300, optional: true })
  readonly printedArticles?: readonly string[];
  @TextListField('不清的基本事实', { max: MOST_REASONS, itemMax: 1000, optional: true })
  readonly unclearFacts?: readonly string[];
  @FlagField('能否在本审级查清', { optional: true }) readonly findableHere?: boolean;
  @TextField('本审级不能查清的原因', { max: LONGEST_TEXT, optional: true }) readonly whyNotFindable?: string;
  @TextField('能够查清而仍发回的理由', { max: LONGEST_TEXT, optional: true })
  readonly whyRemandedAnyway?: string;
  @FlagField('是否已查清事实', { optional: true }) readonly factsClarified?: boolean;
  @FlagField('原审是否审理过基本事实', { optional: true }) readonly basicFactsTriedBelow?: boolean;
  @ChoiceField(
    '调解',
    { failed: '调解不成', refused: '当事人拒绝', notOffered: '未提出' },
    { optional: true },
  )
  readonly mediation?: 'failed' | 'refused' | 'notOffered';
  @FlagField('双方是否同意由第二审法院一并审理', { optional: true }) readonly partiesAgreed?: boolean;
  @FlagField('起诉是否符合起诉条件', { optional: true }) readonly actionMeetsConditions?: boolean;
  @FlagField('有关犯罪与其他同案被告人是否没有关联', { optional: true })
  readonly separableFromOthers?: boolean;
  @ChoiceField('发回范围', { whole: '全案', compensationOnly: '仅赔偿部分' }, { optional: true })
  readonly remandScope?: 'whole' | 'compensationOnly';
  @FlagField('违反程序是否发生在发回后的重审中', { optional: true }) readonly breachInNewTrial?: boolean;
  @ChoiceField('刑罚变化', { lighter: '减轻', same: '不变', heavier: '加重' }, { optional: true })
  readonly penaltyChange?: 'lighter' | 'same' | 'heavier';
  @FlagField('该部分是否有抗诉或者自诉人上诉', { optional: true }) readonly protested?: boolean;
  @FlagField('是否重于第一次判处的刑罚', { optional: true }) readonly heavierThanFirstSentence?: boolean;
  @FlagField('是否在再审决定或者抗诉范围之外', { optional: true }) readonly outsideRetrialScope?: boolean;
  @ChoiceField(
    '第一审判处',
    { death: '死刑', suspendedDeath: '死刑缓期执行', other: '其他' },
    { optional: true },
  )
  readonly firstInstanceSentence?: 'death' | 'suspendedDeath' | 'other';
  @FlagField('是否同时对被诉行政行为作出判决', { optional: true })
  readonly ruledOnAdministrativeAct?: boolean;
  @ChoiceField('指令再审的对象', { originalCourt: '原审法院', otherCourt: '其他法院' }, { optional: true })
  readonly orderedTo?: 'originalCourt' | 'otherCourt';
  @TextField('由原审法院再审更为适宜的理由', { max: LONGEST_TEXT, optional: true })
  readonly whyOriginalCourt?: string;
  @NestedField('可以指令再审的情形', () => OrderConditionsBody, { optional: true })
  readonly orderConditions?: OrderConditionsBody;
  @NestedField('应当提审的情形', () => OrderExclusionsBody, { optional: true })
  readonly orderExclusions?: OrderExclusionsBody;
}

const BODY_STATUSES = { draft: '拟定', ...DISPOSITION_STATUSES } as const;

export class AppellateDispositionBody {
  @ChoiceField('状态', BODY_STATUSES) readonly status: 'draft' | DispositionStatus;
  @ChoiceField('记录来源', SOURCES, { optional: true, note: '默认 live' }) readonly source: Source = 'live';
  @TextField('文书种类', { max: 20, optional: true }) readonly document?: string;
  @DateField('裁判日期', { optional: true, note: '拟定时不填，以当日为准' })
  readonly decidedOn?: CalendarDate;
  @ChoiceField('审理程序', stages, { optional: true, note: '默认由案件得出' }) readonly stage?: Stage;
  @ChoiceField('法院级别', courtLevels, { optional: true, note: '默认由案号得出' })
  readonly courtLevel?: CourtLevel;
  @ChoiceField('上诉对象', { judgment: '判决', ruling: '裁定' }, { optional: true })
  readonly appealAgainst?: 'judgment' | 'ruling';
  @ChoiceListField('上诉、抗诉方', APPEAL_SIDES, { optional: true })
  readonly appealedBy?: readonly AppealSide[];
  @ChoiceField('再审启动方式', RETRIAL_ORIGINS, { optional: true }) readonly retrialOrigin?: RetrialOrigin;
  @TextField('裁判文书阐明的具体理由', { max: LONGEST_TEXT, min: 0, optional: true })
  readonly reasons?: string;
  @ListField('处理：整案一项，或者每一被告人、诉讼请求一项', () => DispositionPartBody, {
    min: 1,
    max: MOST_PARTS,
  })
  readonly parts: readonly DispositionPartBody[];
}
