import { SOURCES, type CalendarDate, type Source } from '@liuhen/kernel';
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
import {
  CASE_STAGES,
  CASE_TYPES,
  DISPOSITIONS,
  LINK_KINDS,
  TRIAL_FORMS,
  type CaseStage,
  type CaseType,
  type Disposition,
  type LinkKind,
  type TrialForm,
} from './case-vocabulary';

const LONGEST_NAME = 200;
const LARGEST_PANEL = 15;
const MOST_ORIGINS = 20;
const MOST_ARTICLES = 100;

class CourtBody {
  @TextField('法院代字', { max: 20, optional: true }) readonly code?: string;
  @TextField('法院名称', { max: LONGEST_NAME, optional: true }) readonly name?: string;
}

class UnnumberedBody {
  @TextField('来源编号', { max: 64, pattern: /^[^·\s]+$/ }) readonly source: string;
  @WholeNumberField('在来源中的次序', { min: 1, max: 9999 }) readonly ordinal: number;
}

export class LinkBody {
  @TextField('来源案件的案号', { max: LONGEST_NAME }) readonly origin: string;
  @ChoiceField('来源关系', LINK_KINDS) readonly kind: LinkKind;
}

class RecordBody {
  @ChoiceField('记录来源', SOURCES, { optional: true, note: '默认 live' }) readonly source: Source = 'live';
}

export class LinkCaseBody extends RecordBody implements LinkBody {
  @TextField('来源案件的案号', { max: LONGEST_NAME }) readonly origin: string;
  @ChoiceField('来源关系', LINK_KINDS) readonly kind: LinkKind;
}

export class RegisterCaseBody extends RecordBody {
  @TextField('案号', { max: LONGEST_NAME, optional: true }) readonly caseNumber?: string;
  @NestedField('无案号的导入记录', () => UnnumberedBody, { optional: true })
  readonly unnumbered?: UnnumberedBody;
  @TextField('原文所印案号', { max: LONGEST_NAME, optional: true }) readonly printedNumber?: string;
  @NestedField('审理法院', () => CourtBody, { optional: true, note: '默认由案号得出' })
  readonly court?: CourtBody;
  @ChoiceField('案件类型', CASE_TYPES) readonly caseType: CaseType;
  @ChoiceField('审理程序', CASE_STAGES) readonly stage: CaseStage;
  @TextField('案由', { max: LONGEST_NAME, optional: true }) readonly cause?: string;
  @DateField('立案日期', { optional: true }) readonly filedOn?: CalendarDate;
  @TextField('承办法官的人员编号', { max: 64, optional: true }) readonly handlingJudge?: string;
  @TextListField('合议庭成员的人员编号', { max: LARGEST_PANEL, itemMax: 64, optional: true })
  readonly panel: readonly string[] = [];
  @FlagField('独任审理', { optional: true }) readonly soleJudge?: boolean;
  @ChoiceField('适用程序', TRIAL_FORMS, { optional: true }) readonly trialForm?: TrialForm;
  @ListField('来源案件', () => LinkBody, { max: MOST_ORIGINS, optional: true })
  readonly origins: readonly LinkBody[] = [];
  @TextField('公开出处', { max: 500, optional: true }) readonly publishedAt?: string;
}

export class FormPanelBody extends RecordBody {
  @TextListField('合议庭成员的人员编号', {
    max: LARGEST_PANEL,
    itemMax: 64,
    optional: true,
    note: '独任审理的不填',
  })
  readonly panel: readonly string[] = [];
  @TextField('承办法官的人员编号', { max: 64 }) readonly handlingJudge: string;
  @TextField('审判长的人员编号', { max: 64, optional: true }) readonly presidingJudge?: string;
  @FlagField('独任审理', { optional: true }) readonly soleJudge: boolean = false;
  @TextField('变更事由及院长或者庭长的决定', { max: 500, optional: true }) readonly reason?: string;
  @DateField('组成或者变更的日期', { optional: true }) readonly formedOn?: CalendarDate;
}

export class RecordDispositionBody extends RecordBody {
  @ChoiceField('裁判结果', DISPOSITIONS) readonly disposition: Disposition;
  @TextField('原文所印裁判结果', { max: LONGEST_NAME, optional: true }) readonly printed?: string;
  @TextField('文书种类', { max: 20, optional: true }) readonly document?: string;
  @DateField('裁判日期', { optional: true }) readonly decidedOn?: CalendarDate;
  @TextListField('所引条文', { max: MOST_ARTICLES, itemMax: 300, optional: true })
  readonly articles: readonly string[] = [];
}
