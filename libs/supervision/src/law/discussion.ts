import { bySeniority, type SeatedJudge } from './judge-grades';

/** The parts of a discussion, in the order in which they follow each other (法发〔2021〕2号第八条). */
export const SPEECH_PARTS = {
  report: '汇报案情',
  question: '询问和回答',
  comment: '列席人员发言',
  opinion: '发表意见',
  summary: '主持人总结',
} as const;
export type SpeechPart = keyof typeof SPEECH_PARTS;

/** 同意合议庭（独任法官）意见, or another view. */
export const STANCES = { panel: '同意合议庭意见', other: '不同意见' } as const;
export type Stance = keyof typeof STANCES;

/** What somebody said; an opinion takes a side. */
export interface Speech {
  readonly speaker: string;
  readonly part: SpeechPart;
  readonly text: string;
  /** Of opinions only. */
  readonly stance: Stance | null;
  /** The other view in short, by which those of the same view are counted together. */
  readonly view: string | null;
}

/** Who sits, and who else is there. */
export interface Sitting {
  /** All judges who give an opinion, the chair among them. */
  readonly judges: readonly SeatedJudge[];
  readonly chair: string;
  /** Those who tried the case: they report and answer. */
  readonly reporters: readonly string[];
  /** 列席: may comment and have no say. */
  readonly invited: readonly string[];
}

/** Why a record of a discussion is not one that followed the rules; `undefined` where it is. */
export type DiscussionFault =
  | 'no-report'
  | 'parts-out-of-order'
  | 'speaker-not-entitled'
  | 'opinion-without-view'
  | 'one-opinion-each'
  | 'juniors-speak-first'
  | 'chair-speaks-last'
  | 'no-summary';

const PARTS = Object.keys(SPEECH_PARTS);

/** 发言顺序: report, questions, those without a say, then judges from the junior up, the chair last, who sums up. */
export function faultOf(speeches: readonly Speech[], sitting: Sitting): DiscussionFault | undefined {
  const opinions = speeches.filter(({ part }) => part === 'opinion');
  if (speeches[0]?.part !== 'report') return 'no-report';
  if (speeches.some(({ part }, n) => n > 0 && rankOf(part) < rankOf(speeches[n - 1]?.part)))
    return 'parts-out-of-order';
  if (!speeches.every((speech) => isEntitled(speech, sitting))) return 'speaker-not-entitled';
  if (!speeches.every(hasItsView)) return 'opinion-without-view';
  return faultOfOpinions(opinions, sitting) ?? faultOfSummary(speeches);
}

const rankOf = (part: SpeechPart | undefined): number => (part === undefined ? -1 : PARTS.indexOf(part));

function isEntitled({ speaker, part }: Speech, { judges, chair, reporters, invited }: Sitting): boolean {
  const isJudge = judges.some(({ person }) => person === speaker);
  switch (part) {
    case 'report':
      return reporters.includes(speaker);
    case 'question':
      return isJudge || reporters.includes(speaker) || invited.includes(speaker);
    case 'comment':
      return invited.includes(speaker);
    case 'opinion':
      return isJudge;
    case 'summary':
      return speaker === chair;
  }
}

const hasItsView = ({ part, stance, view }: Speech): boolean =>
  part === 'opinion'
    ? stance !== null && (stance === 'other') === (view !== null)
    : stance === null && view === null;

function faultOfOpinions(
  opinions: readonly Speech[],
  { judges, chair }: Sitting,
): DiscussionFault | undefined {
  const speakers = opinions.map(({ speaker }) => speaker);
  if (new Set(speakers).size < speakers.length) return 'one-opinion-each';
  if (speakers.at(-1) !== chair) return 'chair-speaks-last';
  const others = speakers
    .slice(0, -1)
    .flatMap((speaker) => judges.filter(({ person }) => person === speaker));
  return others.some((judge, n) => isSeniorTo(others[n - 1], judge)) ? 'juniors-speak-first' : undefined;
}

const isSeniorTo = (before: SeatedJudge | undefined, judge: SeatedJudge): boolean =>
  before !== undefined && bySeniority(before, judge) > 0;

const faultOfSummary = (speeches: readonly Speech[]): DiscussionFault | undefined =>
  speeches.at(-1)?.part === 'summary' ? undefined : 'no-summary';

/** 多数意见: the one view that more than half of so many hold. */
export interface Majority {
  readonly stance: Stance;
  readonly view: string | null;
}

/** @param of how many there are to be counted, whether they spoke or not. */
export function majorityOf(speeches: readonly Speech[], of: number): Majority | undefined {
  const opinions = speeches.filter(({ part }) => part === 'opinion');
  const found = opinions.find((opinion) => opinions.filter((each) => agree(each, opinion)).length * 2 > of);
  return found?.stance ? { stance: found.stance, view: found.view } : undefined;
}

export const agree = (a: Pick<Speech, 'stance' | 'view'>, b: Pick<Speech, 'stance' | 'view'>): boolean =>
  a.stance === b.stance && a.view === b.view;
