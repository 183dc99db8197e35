import type { CalendarDate } from '@liuhen/kernel';
import {
  ChoiceField,
  DateField,
  FlagField,
  ListField,
  NestedField,
  TextField,
  TextListField,
  WholeNumberField,
} from '@liuhen/platform';
import { DocumentBody } from '../case-file/document.bodies';
import { ItemBody, ownerOf, PostBody } from '../matter-file/item.bodies';
import { MATTER_ID } from '../matter-file/matter-id';
import {
  CASE_MEASURES,
  DEMAND_CATEGORIES,
  type CaseMeasure,
  type Demand,
  type DemandCategory,
} from '../matter-rules/demands';
import {
  INSTRUMENTS,
  TARGET_KINDS,
  TRIGGERS,
  type Instrument,
  type TargetKind,
  type Trigger,
} from '../matter-rules/instruments';
import type { GivenMatter } from './draft-matter';
import type { GivenTarget } from './given-targets';

const LONGEST_TITLE = 200;
const LONGEST_LINE = 1_000;
const LONGEST_TEXT = 4_000;
const MOST_TARGETS = 200;
const MOST_DEMANDS = 50;
const MOST_DOCUMENTS = 100;
const MOST_ITEMS = 100;
const MOST_DAYS = 999;
const ID = { max: 200, optional: true } as const;

class DemandBody {
  @ChoiceField('类别', DEMAND_CATEGORIES) readonly category: DemandCategory;
  @TextField('要求', { max: LONGEST_LINE, note: '不得要求案件的裁判结果' }) readonly text: string;
  @ChoiceField('监督措施', CASE_MEASURES, { optional: true, note: '对象为案件的必填' })
  readonly measure?: CaseMeasure;
}

class TargetBody {
  @ChoiceField('对象种类', TARGET_KINDS) readonly kind: TargetKind;
  @TextField('对象法院的代字', { max: 20 }) readonly court: string;
  @TextField('庭室', ID) readonly division?: string;
  @TextField('岗位编号', ID) readonly post?: string;
  @TextField('人员编号', { ...ID, note: '岗位有多人的填写' }) readonly person?: string;
  @TextField('案号', ID) readonly caseNumber?: string;
  @TextField('指标名称', ID) readonly indicator?: string;
  @NestedField('责任岗位', () => PostBody) readonly responsible: PostBody;
}

export class DraftMatterBody {
  @ChoiceField('督导方式', INSTRUMENTS) readonly instrument: Instrument;
  @TextField('标题', { max: LONGEST_TITLE }) readonly title: string;
  @ChoiceField('触发事由', TRIGGERS) readonly trigger: Trigger;
  @TextField('事由的具体情况', { max: LONGEST_TEXT }) readonly cause: string;
  @TextField('问题', { max: LONGEST_TEXT }) readonly problem: string;
  @ListField('要求', () => DemandBody, { max: MOST_DEMANDS, optional: true })
  readonly demands: readonly DemandBody[] = [];
  @ListField('对象', () => TargetBody, { min: 1, max: MOST_TARGETS }) readonly targets: readonly TargetBody[];
  @NestedField('审批岗位', () => PostBody) readonly approver: PostBody;
  @TextListField('协办岗位', { max: MOST_DOCUMENTS, itemMax: 200, optional: true })
  readonly coOrganisers: readonly string[] = [];
  @DateField('指定的期限', { optional: true, note: '规则要求指定的督导方式填写' })
  readonly deadline?: CalendarDate;
  @ListField('附件', () => DocumentBody, { max: MOST_DOCUMENTS, optional: true })
  readonly attachments: readonly DocumentBody[] = [];
  @TextField('所由来的督导事项', { max: 36, pattern: MATTER_ID, optional: true }) readonly origin?: string;
  @TextField('保留提示词句的理由', { max: LONGEST_LINE, optional: true }) readonly screenedReason?: string;
}

const demandOf = ({ category, text, measure }: DemandBody): Demand => ({
  category,
  text,
  measure: measure ?? null,
});

const targetOf = (body: TargetBody): GivenTarget => ({
  kind: body.kind,
  court: body.court,
  division: body.division ?? null,
  post: body.post ?? null,
  person: body.person ?? null,
  caseNumber: body.caseNumber ?? null,
  indicator: body.indicator ?? null,
  responsible: ownerOf(body.responsible),
});

export const draftOf = (body: DraftMatterBody): GivenMatter => ({
  instrument: body.instrument,
  title: body.title,
  trigger: body.trigger,
  cause: body.cause,
  problem: body.problem,
  demands: body.demands.map(demandOf),
  targets: body.targets.map(targetOf),
  approver: ownerOf(body.approver),
  coOrganisers: body.coOrganisers,
  deadline: body.deadline ?? null,
  attachments: body.attachments,
  origin: body.origin ?? null,
  screenedReason: body.screenedReason ?? null,
});

export class CommentBody {
  @TextField('意见', { max: LONGEST_LINE, optional: true }) readonly comment?: string;
}

export class ReasonBody {
  @TextField('理由', { max: LONGEST_TEXT }) readonly reason: string;
}

export class IssueMatterBody {
  @TextField('文书编号', { max: 100 }) readonly number: string;
  @NestedField('函、通知书或者责任书', () => DocumentBody, { optional: true }) readonly letter?: DocumentBody;
}

export class ReceiveMatterBody {
  @TextField('签收的责任编号', { ...ID, note: '对象有多个的填写' }) readonly duty?: string;
}

export class RequestExtensionBody extends ReasonBody {
  @WholeNumberField('工作日数', { min: 1, max: MOST_DAYS }) readonly days: number;
}

export class GrantExtensionBody extends CommentBody {
  @WholeNumberField('工作日数', { min: 1, max: MOST_DAYS }) readonly days: number;
}

export class ReplyBody {
  @TextField('原因', { max: LONGEST_TEXT }) readonly causes: string;
  @TextField('措施', { max: LONGEST_TEXT }) readonly measures: string;
  @TextField('责任人', { max: LONGEST_LINE }) readonly responsible: string;
  @DateField('完成时限') readonly until: CalendarDate;
  @TextListField('逐项答复，依要求的次序', { max: MOST_DEMANDS, itemMax: LONGEST_TEXT })
  readonly answers: readonly string[];
  @ListField('整改事项', () => ItemBody, { max: MOST_ITEMS, optional: true })
  readonly items: readonly ItemBody[] = [];
  @TextField('保留提示词句的理由', { max: LONGEST_LINE, optional: true }) readonly screenedReason?: string;
  @ListField('附件', () => DocumentBody, { max: MOST_DOCUMENTS, optional: true })
  readonly attachments: readonly DocumentBody[] = [];
}

class ReplyFindingBody {
  @FlagField('已满足') readonly satisfied: boolean;
  @TextField('说明', { max: LONGEST_LINE }) readonly comment: string;
}

export class ExamineReplyBody {
  @ListField('逐项审核，依要求的次序', () => ReplyFindingBody, { max: MOST_DEMANDS })
  readonly findings: readonly ReplyFindingBody[];
  @TextField('审核意见', { max: LONGEST_TEXT }) readonly opinion: string;
}

export class AcceptReplyBody {
  @TextField('意见', { max: LONGEST_TEXT }) readonly opinion: string;
}

export class ReturnReplyBody extends ReasonBody {
  @TextField('保留提示词句的理由', { max: LONGEST_LINE, optional: true }) readonly screenedReason?: string;
}

export class EscalateMatterBody extends ReasonBody {
  @ChoiceField('升级为', INSTRUMENTS) readonly to: Instrument;
}

export class ReportItemBody {
  @TextField('整改情况', { max: LONGEST_TEXT }) readonly statement: string;
  @ListField('证明材料', () => DocumentBody, { min: 1, max: MOST_DOCUMENTS })
  readonly evidence: readonly DocumentBody[];
}

export class CheckItemBody {
  @FlagField('通过') readonly passed: boolean;
  @TextField('验收意见', { max: LONGEST_TEXT }) readonly comment: string;
  @DateField('不通过的，另行指定的完成日期', { optional: true }) readonly due?: CalendarDate;
}

export class CloseOutBody {
  @TextField('结论', { max: LONGEST_TEXT }) readonly conclusion: string;
}

export class FollowUpBody {
  @FlagField('没有反弹') readonly holds: boolean;
  @TextField('回头看的情况', { max: LONGEST_TEXT }) readonly findings: string;
  @ListField('反弹的，新的整改事项', () => ItemBody, { max: MOST_ITEMS, optional: true })
  readonly items: readonly ItemBody[] = [];
  @TextField('保留提示词句的理由', { max: LONGEST_LINE, optional: true }) readonly screenedReason?: string;
}

export class ArchiveBody {
  @TextField('卷号', { max: LONGEST_TITLE }) readonly volume: string;
}

export class RoutesQuery {
  @TextField('法院代字', { max: 20, optional: true, note: '默认本院' }) readonly court?: string;
}

class ScreenedTextBody {
  @TextField('所在字段', { max: LONGEST_TITLE, note: '原样回答，例如 demands[0].text' })
  readonly field: string;
  @TextField('文字', { max: LONGEST_TEXT }) readonly text: string;
}

export class ScreeningBody {
  @ListField('要求他人做什么的文字', () => ScreenedTextBody, { min: 1, max: MOST_DEMANDS })
  readonly texts: readonly ScreenedTextBody[];
}
