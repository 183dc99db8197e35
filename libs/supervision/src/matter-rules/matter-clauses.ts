import { postKindOf, type Term } from '@liuhen/courts';
import type { JsonObject, JsonValue } from '@liuhen/kernel';
import {
  isObject,
  isWholeNumber,
  strayField,
  unreadable,
  wrongWord,
  type ClauseShape,
} from '../court-rules/clause-shape';
import {
  ANSWERING_SIDES,
  INSTRUMENTS,
  REACHES,
  TARGET_KINDS,
  type AnsweringSide,
  type Instrument,
  type Reach,
  type TargetKind,
} from './instruments';
import { isStep, type Step } from './steps';

/** Who may issue what to whom, and by whose approval: kinds of posts. */
export interface Route {
  readonly issuers: readonly string[];
  readonly approvers: readonly string[];
  readonly reach: Reach;
  readonly answeredBy: AnsweringSide;
  readonly responsible: readonly string[];
  /** Whether the person in the post is charged by name, and not whoever holds it. */
  readonly byName?: true;
}

const ROUTE_FIELDS = ['issuers', 'approvers', 'reach', 'answeredBy', 'responsible', 'byName'];

export const isPostKind = (word: string): boolean => postKindOf(word) !== undefined;
const isIn =
  (table: object) =>
  (value: JsonValue | undefined): boolean =>
    typeof value === 'string' && Object.hasOwn(table, value);

function wrongRoute(value: JsonValue): string | undefined {
  if (!isObject(value)) return '“路径”应为对象';
  return (
    strayField(value, ROUTE_FIELDS) ??
    wrongWord(value.issuers, '发起岗位', isPostKind) ??
    wrongWord(value.approvers, '审批岗位', isPostKind) ??
    wrongWord(value.responsible, '责任岗位', isPostKind) ??
    (isIn(REACHES)(value.reach) ? undefined : '“范围”（reach）应为 own 或者 beneath') ??
    (value.byName === undefined || value.byName === true ? undefined : '“责任到人”（byName）只写 true') ??
    (isIn(ANSWERING_SIDES)(value.answeredBy) ? undefined : '“答复方”（answeredBy）应为 target 或者 issuer')
  );
}

/** A content that is what its type says, once nothing is found wrong with it. */
const shaped =
  <Content extends object>(
    fields: readonly string[],
    wrong: (content: JsonObject) => string | undefined,
  ): ClauseShape<Content> =>
  (content) => {
    const reason = strayField(content, fields) ?? wrong(content);
    return reason === undefined ? { content: content as unknown as Content } : unreadable(reason);
  };

export const routesShape = shaped<{ readonly routes: readonly Route[] }>(['routes'], ({ routes }) =>
  Array.isArray(routes) && routes.length > 0
    ? (routes as readonly JsonValue[]).map(wrongRoute).find((reason) => reason !== undefined)
    : '“路径”（routes）应为列表，至少一项',
);

export interface TargetRules {
  readonly kinds: readonly TargetKind[];
  /** How many targets one matter may have. */
  readonly most: number;
  /** Whether it may make demands; otherwise it only informs, or its demands are made later. */
  readonly demands: boolean;
  /** Whether only the issuing side may know of it (督察线索). */
  readonly confidential: boolean;
}

export const targetsShape = shaped<TargetRules>(
  ['kinds', 'most', 'demands', 'confidential'],
  ({ kinds, most, demands, confidential }) =>
    wrongWord(kinds, '对象种类', (word) => Object.hasOwn(TARGET_KINDS, word)) ??
    (isWholeNumber(most, 1) ? undefined : '“对象数”（most）应为1至999的整数') ??
    (typeof demands === 'boolean' && typeof confidential === 'boolean'
      ? undefined
      : '“可以提出要求”（demands）和“保密”（confidential）应为 true 或者 false'),
);

/** No order of steps may leave out that somebody approves what is sent, examines what is answered, and files it away. */
export const stepsShape = shaped<{ readonly steps: readonly Step[] }>(
  ['steps'],
  ({ steps }) => wrongWord(steps, '步骤', isStep) ?? wrongOrder(steps as readonly Step[]),
);

function wrongOrder(steps: readonly Step[]): string | undefined {
  const place = (step: Step): number => steps.indexOf(step);
  if (place('approval') === -1 || place('issue') < place('approval')) return '“发出”之前应有“审批”';
  if (place('receipt') !== -1 && place('receipt') < place('issue')) return '“签收”应在“发出”之后';
  if (place('talk') !== -1 && !steps.slice(0, place('talk')).includes('talkPlan'))
    return '“谈话”之前应有“约谈方案”';
  if (
    place('reply') !== -1 &&
    (place('reply') < place('issue') || steps[place('reply') + 1] !== 'examination')
  )
    return '“答复”应在“发出”之后，其后应为“审核答复”';
  if (place('plan') !== -1 && steps[place('plan') + 1] !== 'reply') return '“报送办结计划”之后应为“答复”';
  if (place('followUp') !== -1 && place('followUp') < place('closeOut')) return '“回头看”应在“销号”之后';
  return steps.at(-1) === 'archiving' ? undefined : '最后一步应为“归档”';
}

/** Terms of some of these names. */
export const termsShape = <Name extends string>(
  names: readonly Name[],
): ClauseShape<Readonly<Partial<Record<Name, Term>>>> => shaped(names, wrongTerm);

/** Terms of all of these names. */
export const everyTermShape = <Name extends string>(
  names: readonly Name[],
): ClauseShape<Readonly<Record<Name, Term>>> =>
  shaped(names, (content) => {
    const missing = names.find((name) => content[name] === undefined);
    return missing === undefined ? wrongTerm(content) : `缺少“${missing}”的期限`;
  });

function wrongTerm(content: JsonObject): string | undefined {
  const wrong = Object.entries(content).find(([, value]) => !isTerm(value));
  return wrong && `“${wrong[0]}”应写明工作日数（workingDays）、日数（days）或者月数（months）之一`;
}

const TERM_UNITS = ['workingDays', 'days', 'months'];

const isTerm = (value: JsonValue | undefined): boolean =>
  isObject(value) &&
  Object.keys(value).length === 1 &&
  Object.entries(value).every(([unit, count]) => TERM_UNITS.includes(unit) && isWholeNumber(count, 1));

export const escalationShape = shaped<{ readonly to: readonly Instrument[] }>(['to'], ({ to }) =>
  wrongWord(to, '可以升级为', (word) => Object.hasOwn(INSTRUMENTS, word)),
);

export const followUpsShape = shaped<{ readonly days: readonly number[] }>(['days'], ({ days }) =>
  Array.isArray(days) && (days as readonly JsonValue[]).every((day) => isWholeNumber(day, 1))
    ? undefined
    : '“回头看的日数”（days）应为整数的列表',
);

/** 期限由发起时指定: whether the drafter sets the day by which it is to be answered, and within which bounds. */
export type DeadlineRules =
  { readonly given: 'none' } | { readonly given: 'required'; readonly least: Term; readonly most: Term };

export const deadlineShape = shaped<DeadlineRules>(['given', 'least', 'most'], ({ given, least, most }) => {
  if (given === 'none')
    return least === undefined && most === undefined ? undefined : '不指定期限的，不写最短和最长';
  if (given !== 'required') return '“指定”（given）应为 none 或者 required';
  return isTerm(least) && isTerm(most) ? undefined : '应写明最短（least）和最长（most）的期限';
});

/** 措辞审查: words in a demand that are refused, and words that are warned of. */
export interface Screening {
  readonly refused: readonly string[];
  readonly warned: readonly string[];
}

const isWording = (word: string): boolean => word.trim() !== '';

export const screeningShape = shaped<Screening>(
  ['refused', 'warned'],
  ({ refused, warned }) =>
    wrongWord(refused, '不得使用的词句', isWording) ?? wrongWord(warned, '提示的词句', isWording),
);
