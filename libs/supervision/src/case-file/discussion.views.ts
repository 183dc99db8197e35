import type { CalendarDate } from '@liuhen/kernel';
import { codesIn, DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { SPEECH_PARTS, STANCES, type Speech, type SpeechPart, type Stance } from '../law/discussion';
import { JUDGE_GRADES, type JudgeGrade, type SeatedJudge } from '../law/judge-grades';

export class SeatedJudgeView implements SeatedJudge {
  @ApiProperty({ description: '人员' }) readonly person: string;
  @ApiProperty({ description: '法官等级', enum: codesIn(JUDGE_GRADES) }) readonly grade: JudgeGrade;
  @ApiProperty({ description: '晋升现等级的日期', format: 'date' }) readonly gradeSince: CalendarDate;
}

export class SpeechView implements Speech {
  @ApiProperty({ description: '发言人' }) readonly speaker: string;
  @ApiProperty({ description: '环节', enum: codesIn(SPEECH_PARTS) }) readonly part: SpeechPart;
  @ApiProperty({ description: '内容' }) readonly text: string;
  @ApiProperty({ description: '立场', enum: codesIn(STANCES), nullable: true })
  readonly stance: Stance | null;
  @ApiProperty({ description: '不同的观点', ...TEXT_OR_NULL }) readonly view: string | null;
}

/** What somebody owes now. */
export class OwedView {
  @ApiProperty({ description: '责任编号' }) readonly duty: string;
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '人员', ...TEXT_OR_NULL }) readonly person: string | null;
  @ApiProperty({ description: '最后一日', ...DATE_OR_NULL }) readonly due: CalendarDate | null;
}
