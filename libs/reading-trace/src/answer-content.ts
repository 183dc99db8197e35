import { TracedFile, type FileContent } from '@liuhen/platform';
import { StreamableFile } from '@nestjs/common';

/** What an answer tells of itself. */
export interface AnswerContent extends Omit<FileContent, 'results'> {
  /** `null` where it does not tell. */
  readonly results: number | null;
  /** Whether it leaves as a file. */
  readonly isFile: boolean;
}

/** Fields that hold the id of a case; elsewhere a number is only mentioned. */
const CASE_FIELDS: ReadonlySet<string> = new Set(['caseId', 'caseNumber', 'case']);
/** A view that masks fields names them in this one. */
const MASKED_FIELD = 'masked';
/** What a view of an event withheld from the reader has in place of its type. */
const WITHHELD = '不予公开的记录';

export const UNKNOWN_CONTENT: AnswerContent = { results: null, cases: [], masked: [], isFile: false };

/** Of a list its items are counted, of a page those on it; a file tells what it was made with. */
export function contentOf(answer: unknown): AnswerContent {
  if (answer instanceof TracedFile) return { ...answer.content, isFile: true };
  if (answer instanceof StreamableFile) return { ...UNKNOWN_CONTENT, isFile: true };
  if (typeof answer !== 'object' || answer === null) return UNKNOWN_CONTENT;
  const cases = new Set<string>();
  const masked = new Set<string>();
  collect(answer, cases, masked);
  return { results: countOf(answer), cases: [...cases], masked: [...masked].sort(), isFile: false };
}

function countOf(answer: object): number {
  if (Array.isArray(answer)) return answer.length;
  const list = Object.entries(answer).find(
    ([name, value]) => (name === 'items' || name === 'events') && Array.isArray(value),
  );
  return list ? (list[1] as readonly unknown[]).length : 1;
}

function collect(value: unknown, cases: Set<string>, masked: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isWithheldEvent(value)) masked.add(WITHHELD);
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string') {
      if (CASE_FIELDS.has(name)) cases.add(member);
    } else if (name === MASKED_FIELD && Array.isArray(member)) {
      for (const field of member) masked.add(String(field));
    } else collect(member, cases, masked);
  }
}

const isWithheldEvent = (value: object): boolean => 'leaf' in value && 'type' in value && value.type === null;
