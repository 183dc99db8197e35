import type { CalendarDate } from '@liuhen/kernel';
import { DateField, FlagField, ListField, TextField } from '@liuhen/platform';
import { DocumentBody } from '../case-file/document.bodies';
import type { BulletinFigure, Correction } from './bulletin.events';

const LONGEST_LINE = 200;
const LONGEST_TEXT = 4_000;
const MOST_FIGURES = 2_000;
const MOST_DOCUMENTS = 100;
const NUMBER = { max: 10, pattern: /^[1-9]\d*$/ } as const;
const VALUE = { max: 30, note: '十进制数' } as const;

class BulletinFigureBody implements Omit<BulletinFigure, 'figure'> {
  @TextField('法院代字', { max: 20 }) readonly court: string;
  @TextField('指标', { max: LONGEST_LINE }) readonly indicator: string;
  @TextField('数值', VALUE) readonly value: string;
  @TextField('单位', { max: 20 }) readonly unit: string;
  @TextField('核验的来源', { max: LONGEST_LINE }) readonly source: string;
}

export class CheckFiguresBody {
  @DateField('数据的截止日期') readonly asOf: CalendarDate;
  @ListField('数据', () => BulletinFigureBody, { min: 1, max: MOST_FIGURES })
  readonly figures: readonly BulletinFigureBody[];
  @FlagField('对法院或者人员排名排序', { note: '现行规则允许的方可' }) readonly ranked: boolean;
}

export class ObjectToFigureBody {
  @TextField('第几项数据', NUMBER) readonly figure: string;
  @TextField('理由', { max: LONGEST_TEXT }) readonly reason: string;
  @ListField('材料', () => DocumentBody, { max: MOST_DOCUMENTS, optional: true })
  readonly documents: readonly DocumentBody[] = [];
}

export class AnswerFigureObjectionBody {
  @FlagField('异议成立') readonly upheld: boolean;
  @TextField('理由', { max: LONGEST_TEXT }) readonly reason: string;
}

class CorrectionBody implements Correction {
  @TextField('第几项数据', NUMBER) readonly figure: string;
  @TextField('更正前的数值', VALUE) readonly was: string;
  @TextField('更正后的数值', VALUE) readonly now: string;
}

export class CorrectBulletinBody {
  @ListField('更正', () => CorrectionBody, { min: 1, max: MOST_FIGURES })
  readonly corrections: readonly CorrectionBody[];
  @TextField('理由', { max: LONGEST_TEXT }) readonly reason: string;
}
