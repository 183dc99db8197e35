import type { CalendarDate, DocumentReference, Instant } from '@liuhen/kernel';
import { codesIn, DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { OwedView } from '../case-file/discussion.views';
import { DocumentView } from '../case-file/document.views';
import { ItemTermsView, OwnerView } from '../matter-file/matter.views';
import {
  CASE_MEASURES,
  DEMAND_CATEGORIES,
  type CaseMeasure,
  type DemandCategory,
} from '../matter-rules/demands';
import {
  ANSWERING_SIDES,
  INSTRUMENTS,
  REACHES,
  STAGES,
  TARGET_KINDS,
  TRIGGERS,
  type AnsweringSide,
  type Instrument,
  type Reach,
  type Stage,
  type TargetKind,
  type Trigger,
} from '../matter-rules/instruments';

class DemandView {
  @ApiProperty({ description: '类别', enum: codesIn(DEMAND_CATEGORIES) }) readonly category: DemandCategory;
  @ApiProperty({ description: '要求' }) readonly text: string;
  @ApiProperty({ description: '监督措施', enum: codesIn(CASE_MEASURES), nullable: true })
  readonly measure: CaseMeasure | null;
}

class TargetView {
  @ApiProperty({ description: '对象种类', enum: codesIn(TARGET_KINDS) }) readonly kind: TargetKind;
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '庭室', ...TEXT_OR_NULL }) readonly division: string | null;
  @ApiProperty({ description: '岗位', ...TEXT_OR_NULL }) readonly post: string | null;
  @ApiProperty({ description: '人员', ...TEXT_OR_NULL }) readonly person: string | null;
  @ApiProperty({ description: '案号', ...TEXT_OR_NULL }) readonly caseNumber: string | null;
  @ApiProperty({ description: '指标', ...TEXT_OR_NULL }) readonly indicator: string | null;
  @ApiProperty({ description: '责任岗位' }) readonly responsible: OwnerView;
}

/** One instrument of the chain, as far as the reader may know it. */
class RoundView {
  @ApiProperty({ description: '次序', type: 'integer' }) readonly round: number;
  @ApiProperty({ description: '督导方式', enum: codesIn(INSTRUMENTS) }) readonly instrument: Instrument;
  @ApiProperty({ description: '文书编号', ...TEXT_OR_NULL }) readonly number: string | null;
  @ApiProperty({ description: '函、通知书或者责任书', type: DocumentView, nullable: true })
  readonly letter: DocumentReference | null;
  @ApiProperty({ description: '发出时刻', ...TEXT_OR_NULL }) readonly issuedAt: Instant | null;
  @ApiProperty({ description: '升级为下一方式的理由', ...TEXT_OR_NULL }) readonly escalatedFor: string | null;
}

class ReplyFindingView {
  @ApiProperty({ description: '已满足' }) readonly satisfied: boolean;
  @ApiProperty({ description: '说明' }) readonly comment: string;
}

class ReplyView {
  @ApiProperty({ description: '次序', type: 'integer' }) readonly round: number;
  @ApiProperty({ description: '第几次答复', type: 'integer' }) readonly reply: number;
  @ApiProperty({ description: '原因' }) readonly causes: string;
  @ApiProperty({ description: '措施' }) readonly measures: string;
  @ApiProperty({ description: '责任人' }) readonly responsible: string;
  @ApiProperty({ description: '完成时限', format: 'date' }) readonly until: CalendarDate;
  @ApiProperty({ description: '逐项答复', type: [String] }) readonly answers: readonly string[];
  @ApiProperty({ description: '附件', type: [DocumentView] })
  readonly attachments: readonly DocumentReference[];
  @ApiProperty({ description: '答复时刻', format: 'date-time' }) readonly at: Instant;
  @ApiProperty({ description: '逐项审核；尚未审核的为空', type: [ReplyFindingView] })
  readonly findings: readonly ReplyFindingView[];
  @ApiProperty({ description: '审核意见', ...TEXT_OR_NULL }) readonly opinion: string | null;
  @ApiProperty({ description: '退回的理由', ...TEXT_OR_NULL }) readonly returnedFor: string | null;
}

const ITEM_STATUSES = {
  open: '整改中',
  reported: '待验收',
  done: '已完成',
  superseded: '转入下一督导方式',
} as const;

class ItemView extends ItemTermsView {
  @ApiProperty({ description: '编号' }) readonly item: string;
  @ApiProperty({ description: '状态', enum: codesIn(ITEM_STATUSES) })
  readonly status: keyof typeof ITEM_STATUSES;
  @ApiProperty({ description: '证明材料', type: [DocumentView] })
  readonly evidence: readonly DocumentReference[];
}

/** 督导事项 as it stands, as far as the reader may know it. */
export class MatterStandingView {
  @ApiProperty({ description: '事项编号', format: 'uuid' }) readonly matter: string;
  @ApiProperty({ description: '次序', type: 'integer' }) readonly round: number;
  @ApiProperty({ description: '阶段', enum: codesIn(STAGES) }) readonly stage: Stage;
  @ApiProperty({ description: '督导方式', enum: codesIn(INSTRUMENTS) }) readonly instrument: Instrument;
  @ApiProperty({ description: '标题' }) readonly title: string;
  @ApiProperty({ description: '触发事由', enum: codesIn(TRIGGERS) }) readonly trigger: Trigger;
  @ApiProperty({ description: '事由的具体情况' }) readonly cause: string;
  @ApiProperty({ description: '问题' }) readonly problem: string;
  @ApiProperty({ description: '要求', type: [DemandView] }) readonly demands: readonly DemandView[];
  @ApiProperty({ description: '对象', type: [TargetView] }) readonly targets: readonly TargetView[];
  @ApiProperty({ description: '发起岗位' }) readonly issuer: OwnerView;
  @ApiProperty({ description: '协办岗位', type: [String] }) readonly coOrganisers: readonly string[];
  @ApiProperty({ description: '指定的期限', ...DATE_OR_NULL }) readonly deadline: CalendarDate | null;
  @ApiProperty({ description: '附件', type: [DocumentView] })
  readonly attachments: readonly DocumentReference[];
  @ApiProperty({ description: '所由来的督导事项', ...TEXT_OR_NULL }) readonly origin: string | null;
  @ApiProperty({ description: '各次督导方式，依升级的次序', type: [RoundView] })
  readonly rounds: readonly RoundView[];
  @ApiProperty({ description: '历次答复', type: [ReplyView] }) readonly replies: readonly ReplyView[];
  @ApiProperty({ description: '整改事项', type: [ItemView] }) readonly items: readonly ItemView[];
  @ApiProperty({ description: '现在由谁办理', type: [OwedView] }) readonly owed: readonly OwedView[];
  @ApiProperty({ description: '事项流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}

class RouteView {
  @ApiProperty({ description: '督导方式', enum: codesIn(INSTRUMENTS) }) readonly instrument: Instrument;
  @ApiProperty({ description: '范围', enum: codesIn(REACHES) }) readonly reach: Reach;
  @ApiProperty({ description: '发起的职务种类', type: [String] }) readonly issuers: readonly string[];
  @ApiProperty({ description: '审批的职务种类', type: [String] }) readonly approvers: readonly string[];
  @ApiProperty({ description: '答复方', enum: codesIn(ANSWERING_SIDES) }) readonly answeredBy: AnsweringSide;
  @ApiProperty({ description: '责任岗位的职务种类', type: [String] }) readonly responsible: readonly string[];
  @ApiProperty({ description: '责任落实到岗位上的人' }) readonly byName: boolean;
  @ApiProperty({ description: '对象种类', enum: codesIn(TARGET_KINDS), isArray: true })
  readonly kinds: readonly TargetKind[];
  @ApiProperty({ description: '本人现在的岗位可以发起' }) readonly mine: boolean;
}

/** 谁可以向谁发, by the rules that bind a court today. */
export class RouteList {
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '各路径', type: [RouteView] }) readonly routes: readonly RouteView[];
}

class PhraseView {
  @ApiProperty({ description: '所在字段' }) readonly field: string;
  @ApiProperty({ description: '词句' }) readonly phrase: string;
}

export class ScreeningView {
  @ApiProperty({ description: '不得使用的', type: [PhraseView] }) readonly refused: readonly PhraseView[];
  @ApiProperty({ description: '需要写明理由的', type: [PhraseView] }) readonly warned: readonly PhraseView[];
}
