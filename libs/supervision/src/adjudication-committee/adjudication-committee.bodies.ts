import type { CalendarDate, OccurredAt } from '@liuhen/kernel';
import {
  ChoiceField,
  ChoiceListField,
  DateField,
  ListField,
  NestedField,
  OccurredAtField,
  TextField,
  TextListField,
} from '@liuhen/platform';
import { SeatedJudgeBody, SpeechBody } from '../case-file/discussion.bodies';
import { DocumentBody } from '../case-file/document.bodies';
import { DOCUMENT_FEATURES, type DocumentFeature } from '../law/document-features';
import {
  COMMITTEE_SITTINGS,
  PROCURATORS,
  REFERRAL_DECISIONS,
  type AttendingProcurator,
  type CommitteeSitting,
  type RecusedMember,
  type ReferralDecision,
} from './adjudication-committee.events';

const LONGEST_TEXT = 4_000;
const LONGEST_REASONS = 20_000;
const LONGEST_DUTY = 200;
const LARGEST_PANEL = 15;
const LARGEST_COMMITTEE = 99;
const MOST_SPEECHES = 500;
const MOST_MATERIALS = 100;

export class ApplyToCommitteeBody {
  @ChoiceListField('应当或者可以提交的情形', DOCUMENT_FEATURES, { optional: true })
  readonly features: readonly DocumentFeature[] = [];
  @TextField('理由', { max: LONGEST_TEXT }) readonly reasons: string;
}

const OUTCOMES = { maintained: '维持原意见', changed: '改变意见' } as const;

export class ReconsiderApplicationBody {
  @ChoiceField('复议结论', OUTCOMES) readonly outcome: keyof typeof OUTCOMES;
  @TextField('复议情况', { max: LONGEST_TEXT }) readonly response: string;
  @NestedField('合议笔录', () => DocumentBody) readonly deliberation: DocumentBody;
  @TextListField('在合议笔录上签名的人员', { min: 1, max: LARGEST_PANEL, itemMax: 64 })
  readonly signedBy: readonly string[];
}

export class ReferralDecisionBody {
  @TextField('决定是否提交的责任编号', { max: LONGEST_DUTY }) readonly duty: string;
  @ChoiceField('决定', REFERRAL_DECISIONS) readonly decision: ReferralDecision;
  @TextField('理由', { max: LONGEST_TEXT }) readonly reasons: string;
}

class RecusedMemberBody implements RecusedMember {
  @TextField('人员编号', { max: 64 }) readonly person: string;
  @TextField('回避的理由', { max: 1_000 }) readonly reason: string;
}

export class ConveneCommitteeBody {
  @TextField('事项编号', { max: 20 }) readonly committee: string;
  @ChoiceField('会议形式', COMMITTEE_SITTINGS) readonly sitting: CommitteeSitting;
  @TextListField('组成人员', {
    min: 1,
    max: LARGEST_COMMITTEE,
    itemMax: 64,
    optional: true,
    note: '全体会议默认为本院登记的全体委员',
  })
  readonly composition?: readonly string[];
  @TextField('组成人员与登记不一致的理由', { max: LONGEST_TEXT, optional: true }) readonly deviation?: string;
  @ListField('出席的委员，含主持人', () => SeatedJudgeBody, { min: 1, max: LARGEST_COMMITTEE })
  readonly attending: readonly SeatedJudgeBody[];
  @ListField('回避的委员', () => RecusedMemberBody, { max: LARGEST_COMMITTEE, optional: true })
  readonly recused: readonly RecusedMemberBody[] = [];
  @TextField('主持人的人员编号', { max: 64, note: '院长，或者院长委托的副院长' }) readonly chair: string;
  @ChoiceField('列席的检察长或者副检察长', PROCURATORS, { optional: true })
  readonly procurator?: AttendingProcurator;
  @ListField('会前送交的材料', () => DocumentBody, { min: 1, max: MOST_MATERIALS })
  readonly materials: readonly DocumentBody[];
  @DateField('会议日期') readonly heldOn: CalendarDate;
  @OccurredAtField('召集的时间', { optional: true, note: '补录时填写' }) readonly occurredAt?: OccurredAt;
}

export class CommitteeDecisionBody {
  @ListField('各次发言，依发言顺序；委员的意见即其表决', () => SpeechBody, { min: 1, max: MOST_SPEECHES })
  readonly speeches: readonly SpeechBody[];
  @TextField('决定的理由', { max: LONGEST_REASONS, min: 0, note: '未形成过半数意见的可以为空' })
  readonly reasons: string;
  @NestedField('会议纪要', () => DocumentBody) readonly minutes: DocumentBody;
  @OccurredAtField('会议的时间', { optional: true, note: '补录时填写' }) readonly occurredAt?: OccurredAt;
}

export class RequestReconsiderationBody {
  @TextField('异议的理由', { max: LONGEST_TEXT }) readonly reasons: string;
}

export class CarryOutBody {
  @NestedField('按照审判委员会决定制作的文书', () => DocumentBody) readonly document: DocumentBody;
}
