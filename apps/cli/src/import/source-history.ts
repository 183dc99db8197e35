import { isCalendarDate, type CalendarDate } from '@liuhen/kernel';
import { CASE_STAGES, CASE_TYPES, type CaseStage, type CaseType } from '@liuhen/supervision/vocabulary';
import { codeOf } from '../code-of';

/** One line of an import: what a published source tells of one dispute. `null` where it does not say. */
export interface SourceHistory {
  /** Of the history in its source, such as GC-004; what is imported is known by it for good. */
  readonly id: string;
  readonly caseType: CaseType;
  readonly cause: string | null;
  /** Address of the publication, or what is known of it. */
  readonly source: string | null;
  /** In order; at least one. */
  readonly proceedings: readonly SourceProceeding[];
}

export interface SourceProceeding {
  /** As printed. */
  readonly caseNo: string | null;
  readonly court: string | null;
  readonly stage: CaseStage;
  readonly document: string | null;
  readonly decidedOn: CalendarDate | null;
  readonly filedOn: CalendarDate | null;
  /** As printed. */
  readonly disposition: string | null;
  readonly articles: readonly string[];
  readonly ground: string | null;
}

/** The line is no history; the message is the reason, in Chinese. */
export class LineFault extends Error {
  override readonly name = 'LineFault';
}

/**
 * Reads a line strictly in the fields it knows and ignores all others, for sources add to theirs. A field that is
 * missing, `null` or blank is one that the source does not state.
 *
 * @throws LineFault
 */
export function readHistory(text: string): SourceHistory {
  const line = new Fields(parse(text), '');
  return {
    id: identification(line),
    caseType: line.code('caseType', CASE_TYPES),
    cause: line.text('cause'),
    source: line.text('source'),
    proceedings: line.objects('proceedings').map(readProceeding),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LineFault('不是合格的 JSON');
  }
}

/** It becomes part of names of cases, so that it can hold neither white space nor their separator. */
const ID = /^[^·\s]{1,64}$/;

function identification(line: Fields): string {
  const id = line.text('id');
  if (id === null || !ID.test(id)) throw line.fault('id', '须为 1 至 64 个字符，不含空白和“·”');
  return id;
}

const readProceeding = (proceeding: Fields): SourceProceeding => ({
  caseNo: proceeding.text('caseNo'),
  court: proceeding.text('court'),
  stage: proceeding.code('stage', CASE_STAGES),
  document: proceeding.text('document'),
  decidedOn: proceeding.date('decidedOn'),
  filedOn: proceeding.date('filedOn'),
  disposition: proceeding.text('disposition'),
  articles: proceeding.texts('articles'),
  ground: proceeding.text('ground'),
});

/** The fields of one JSON object, each read as what it has to be. */
class Fields {
  private readonly values: ReadonlyMap<string, unknown>;

  constructor(
    value: unknown,
    private readonly path: string,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new LineFault(`${path === '' ? '该行' : path} 须为 JSON 对象`);
    this.values = new Map(Object.entries(value));
  }

  text(name: string): string | null {
    const value = this.values.get(name) ?? null;
    if (value !== null && typeof value !== 'string') throw this.fault(name, '须为文字或者 null');
    const trimmed = value?.trim() ?? '';
    return trimmed === '' ? null : trimmed;
  }

  date(name: string): CalendarDate | null {
    const date = this.text(name);
    if (date !== null && !isCalendarDate(date)) throw this.fault(name, '须为日期，例如 2016-09-19');
    return date;
  }

  code<Code extends string>(name: string, names: Readonly<Record<Code, string>>): Code {
    const printed = this.text(name);
    const code = printed === null ? undefined : codeOf(names, printed);
    if (code === undefined) throw this.fault(name, `须为以下之一：${Object.values(names).join('、')}`);
    return code;
  }

  texts(name: string): readonly string[] {
    return this.list(name).map((value) => {
      if (typeof value !== 'string') throw this.fault(name, '须为文字的数组');
      return value;
    });
  }

  objects(name: string): readonly Fields[] {
    const values = this.list(name);
    if (values.length === 0) throw this.fault(name, '至少须有一项');
    return values.map((value, index) => new Fields(value, `${this.path}${name}[${String(index)}].`));
  }

  fault(name: string, sentence: string): LineFault {
    return new LineFault(`字段 ${this.path}${name}：${sentence}`);
  }

  private list(name: string): readonly unknown[] {
    const value = this.values.get(name) ?? [];
    if (!Array.isArray(value)) throw this.fault(name, '须为数组');
    return value;
  }
}
