import type { CalendarDate } from '@liuhen/kernel';
import { ChoiceField, DateField, TextField } from '@liuhen/platform';
import { SPEECH_PARTS, STANCES, type Speech, type SpeechPart, type Stance } from '../law/discussion';
import { JUDGE_GRADES, type JudgeGrade, type SeatedJudge } from '../law/judge-grades';

const LONGEST_SPEECH = 10_000;
const LONGEST_VIEW = 500;

export class SeatedJudgeBody implements SeatedJudge {
  @TextField('人员编号', { max: 64 }) readonly person: string;
  @ChoiceField('法官等级', JUDGE_GRADES) readonly grade: JudgeGrade;
  @DateField('晋升现等级的日期') readonly gradeSince: CalendarDate;
}

export class SpeechBody {
  @TextField('发言人的人员编号', { max: 64, note: '列席的检察长或者副检察长写 procurator' })
  readonly speaker: string;
  @ChoiceField('环节', SPEECH_PARTS) readonly part: SpeechPart;
  @TextField('内容', { max: LONGEST_SPEECH }) readonly text: string;
  @ChoiceField('立场', STANCES, { optional: true, note: '发表意见时填写' }) readonly stance?: Stance;
  @TextField('不同的观点', { max: LONGEST_VIEW, optional: true, note: '观点相同的写法一致，按此计算多数' })
  readonly view?: string;
}

export const speechesOf = (bodies: readonly SpeechBody[]): readonly Speech[] =>
  bodies.map(({ speaker, part, text, stance = null, view = null }) => ({
    speaker,
    part,
    text,
    stance,
    view,
  }));
