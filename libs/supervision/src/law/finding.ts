import { isUnread, lawOfTheDay, renderLaw } from './citation';
import type { Citation, Forum } from './citation';

/** 正当、违反法律、待核 */
export const judgements = { justified: '正当', contrary: '违反法律', notAssessable: '待核' } as const;
export type Judgement = keyof typeof judgements;

/** What a finding does to a live draft: 放行、提示、退回、转入程序. */
export type DraftEffect = 'pass' | 'flag' | 'refuse' | 'procedure';

export interface Finding {
  /** Stable; the same for a draft's refusal and for the flag on a recorded fact. */
  readonly code: string;
  readonly finding: Judgement;
  readonly law: readonly Citation[];
  readonly message: string;
  readonly inDraft: DraftEffect;
  /** Index into the decision's parts. */
  readonly part?: number;
  /** Path of the field it concerns, such as `parts.0.mediation`. */
  readonly field?: string;
  /** What would have to be shown. */
  readonly missing?: readonly string[];
}

export interface Assessment {
  readonly finding: Judgement;
  readonly findings: readonly Finding[];
}

/** What one rule says of one subject; silence where the rule does not concern it. */
export interface Ruling {
  readonly finding: Judgement;
  readonly message: string;
  /** Where other than the rule's own provisions of that day. */
  readonly law?: readonly Citation[];
  readonly field?: string;
  readonly missing?: readonly string[];
  /** Of `notAssessable` only; a draft is otherwise flagged, and refused for what is contrary. */
  readonly inDraft?: DraftEffect;
}

/** A named rule. It exists on those days on which one of its provisions is in force; without any, always. */
export interface Rule<Subject> {
  readonly code: string;
  readonly title: string;
  readonly law: readonly Citation[];
  readonly check: (subject: Subject, law: readonly Citation[]) => Ruling | undefined;
}

export const justified = (message: string, more: Omit<Ruling, 'finding' | 'message'> = {}): Ruling => ({
  ...more,
  finding: 'justified',
  message,
});
export const contrary = (message: string, more: Omit<Ruling, 'finding' | 'message'> = {}): Ruling => ({
  ...more,
  finding: 'contrary',
  message,
});
export const notAssessable = (message: string, more: Omit<Ruling, 'finding' | 'message'> = {}): Ruling => ({
  ...more,
  finding: 'notAssessable',
  message,
});

/** A refusal must rest on a text that was read; what only a reprint says calls for a check by hand. */
function restOnRead(ruling: Ruling, law: readonly Citation[]): Ruling {
  if (ruling.finding !== 'contrary' || law.length === 0 || !law.every(isUnread)) return ruling;
  return {
    ...ruling,
    finding: 'notAssessable',
    message: `${ruling.message}（依据未经原文核对，须人工确认）`,
    missing: [...(ruling.missing ?? []), `核对原文：${renderLaw(law)}`],
  };
}

const draftEffect = ({ finding, inDraft = 'flag' }: Ruling): DraftEffect =>
  finding === 'justified' ? 'pass' : finding === 'contrary' ? 'refuse' : inDraft;

/** Applies each rule that the law of that day knows, in order. */
export function applyRules<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  forum: Forum,
  part?: number,
): readonly Finding[] {
  return rules.flatMap((rule) => {
    const law = lawOfTheDay(rule.law, forum);
    if (rule.law.length > 0 && law.length === 0) return [];
    const said = rule.check(subject, law);
    if (said === undefined) return [];
    const ruling = restOnRead(said, rule.law.length > 0 ? law : (said.law ?? []));
    return {
      code: rule.code,
      finding: ruling.finding,
      law: ruling.law ?? law,
      message: ruling.message,
      inDraft: draftEffect(ruling),
      ...(part === undefined ? {} : { part }),
      ...(ruling.field === undefined ? {} : { field: ruling.field }),
      ...(ruling.missing === undefined ? {} : { missing: ruling.missing }),
    };
  });
}

const GRAVEST_FIRST: readonly Judgement[] = ['contrary', 'notAssessable', 'justified'];

/** One contrary finding makes the whole contrary, one open question leaves it open. The gravest come first. */
export function assessment(findings: readonly Finding[]): Assessment {
  const ordered = GRAVEST_FIRST.flatMap((each) => findings.filter(({ finding }) => finding === each));
  return { finding: ordered[0]?.finding ?? 'notAssessable', findings: ordered };
}
