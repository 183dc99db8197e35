import type { Instance, Procedure } from './procedure';

/** What stands before 字第 in a number of before 2016, taken apart. */
export interface FormerStyle {
  /** The court's own abbreviation; absent for the Supreme People's Court, which used none. */
  readonly abbreviation?: string;
  /** The rest: division and kind of case, such as 民一终 or 行（知）初. */
  readonly type: string;
  readonly procedure: Procedure;
  readonly instance: Instance;
}

const SUBJECT = '（[民刑行商知海涉外]+）';

/** What may stand before the kind of case: filing or trial-supervision division, subject matter. */
const LEADING = '(?:立[一二三]?|审[一二三]?|少|调|知|环公|环保|环资|(?<=法)金)?';

/** Kind of case with what may follow it. A kind that is also a common place name must be followed by a stage. */
const KINDS = [
  `刑(?:[一二三四五六速未少强重再终初申监抗复提特执更减假他]|${SUBJECT})*`,
  `民(?:[一二三四五六知商海环公权立破再重终初申监抗提特督催限调撤辖他]|${SUBJECT})*`,
  `行(?:[一二三赔再重终初申监抗提审辖他]|${SUBJECT})*`,
  `(?:商|经|知|环公)(?:[一二三四五再重终初申监抗提调辖他]|${SUBJECT})+`,
  '执(?:[一二三异复议监恢保协他])*',
  '破[终监]?',
  '(?:委赔|法赔)[监提再]?',
].join('|');

const WITH_COURT = new RegExp(`^(?<abbreviation>.+?)(?<type>${LEADING}(?<kind>${KINDS}))$`, 'u');

/** 海事法院 say only the stage. */
const MARITIME = /^(?<abbreviation>.+海法)(?<type>[事商]?初|限|[事商]?再)$/u;

/** The Supreme People's Court used no abbreviation, in compensation cases 法; a first instance has none in print. */
const SUPREME = new RegExp(
  `^(?<type>(?:民|刑|行)(?:[一二三四五](?:终|监|申|抗|提|再|复|他)|终|监|申|抗|提|再申|再|他)|知行|执(?:复|监|他|异|协)|法委赔)$`,
  'u',
);

/**
 * 「字第」格式: splits the text before 字 into court and type. Before 2016 there was no list of either, so the split
 * goes by the characters for the kind of case and its stage; a text without them is not taken apart.
 */
export function parseFormerStyle(name: string): FormerStyle | undefined {
  const supreme = SUPREME.exec(name)?.groups?.type;
  if (supreme !== undefined) return { type: supreme, ...classify(supreme, supreme) };
  const { abbreviation, type, kind } = (MARITIME.exec(name) ?? WITH_COURT.exec(name))?.groups ?? {};
  if (abbreviation === undefined || type === undefined) return undefined;
  return { abbreviation, type, ...classify(type, kind ?? '') };
}

const classify = (type: string, kind: string): Pick<FormerStyle, 'procedure' | 'instance'> => {
  const procedure = procedureOf(type, kind);
  return { procedure, instance: STAGES[procedure]?.(type) ?? stageOf(type) };
};

function procedureOf(type: string, kind: string): Procedure {
  if (type.includes('行赔') || kind.startsWith('行') || type === '知行') return 'administrative';
  if (type.includes('赔')) return 'compensation';
  if (kind.startsWith('刑')) return 'criminal';
  if (type.includes('破')) return 'insolvency';
  if (kind.startsWith('执')) return 'enforcement';
  return 'civil';
}

/** Stages that a kind of case reads in its own way. */
const STAGES: Readonly<Partial<Record<Procedure, (type: string) => Instance | undefined>>> = {
  criminal: (type) => (type.includes('强') ? 'special' : /[执更减假他]/u.test(type) ? 'other' : undefined),
  enforcement: (type) =>
    /[异复监]/u.test(type) ? 'enforcementReview' : /[他协]/u.test(type) ? 'other' : 'enforcement',
  insolvency: (type) => (type.includes('终') ? 'second' : /[申监]/u.test(type) ? 'retrialReview' : 'special'),
  compensation: (type) =>
    type.includes('监') ? 'retrialReview' : /[提再]/u.test(type) ? 'retrial' : 'other',
};

/** The first that is found decides: 再终 is a retrial, 再申 the review of an application for one. */
const STAGE_CHARACTERS: readonly (readonly [RegExp, Instance])[] = [
  [/[申监]/u, 'retrialReview'],
  // 抗 was a protest on appeal in some courts and one under trial supervision in others
  [/抗/u, 'undetermined'],
  [/复/u, 'sentenceReview'],
  [/辖终/u, 'second'],
  [/辖/u, 'jurisdiction'],
  [/[再提]/u, 'retrial'],
  [/终/u, 'second'],
  [/[初重撤]/u, 'first'],
  [/[特督催审]/u, 'special'],
  [/他/u, 'other'],
];

const stageOf = (type: string): Instance =>
  STAGE_CHARACTERS.find(([pattern]) => pattern.test(type))?.[1] ?? 'undetermined';
