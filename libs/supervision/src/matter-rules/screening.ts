import { Refusal } from '@liuhen/kernel';
import type { ScreenedPhrase, ScreenedWords } from '../supervision-matter/supervision-matter.events';
import type { Screening } from './matter-clauses';
import { matterRulesRefusals } from './matter-rules.refusals';

/** A text that asks somebody for something, and where it stands. */
export interface ScreenedText {
  readonly field: string;
  readonly text: string;
}

const found = (texts: readonly ScreenedText[], phrases: readonly string[]): readonly ScreenedPhrase[] =>
  texts.flatMap(({ field, text }) =>
    phrases.filter((phrase) => text.includes(phrase)).map((phrase) => ({ field, phrase })),
  );

/** Words that ask for the result of a case. */
export const refusedIn = (
  texts: readonly ScreenedText[],
  { refused }: Screening,
): readonly ScreenedPhrase[] => found(texts, refused);

/** Words that could ask for the result of a case, and are warned of. */
export const warnedIn = (texts: readonly ScreenedText[], { warned }: Screening): readonly ScreenedPhrase[] =>
  found(texts, warned);

/**
 * 不得要求案件结果: refuses words that ask for the result of a case, and points to the measures that are lawful; warns of
 * doubtful ones until who writes stands by them with a reason.
 */
export function refuseWording(
  texts: readonly ScreenedText[],
  screening: Screening,
  acknowledgedReason: string | null,
): Refusal | undefined {
  const demanded = refusedIn(texts, screening)[0];
  if (demanded) return refusedFor('matter-demands-result', demanded);
  const warned = warnedIn(texts, screening)[0];
  return warned && acknowledgedReason === null ? refusedFor('matter-wording-doubtful', warned) : undefined;
}

/** The words that are warned of and stand, or the refusal of {@link refuseWording}. */
export const screenedWords = (
  texts: readonly ScreenedText[],
  screening: Screening,
  screenedReason: string | null,
): ScreenedWords | Refusal =>
  refuseWording(texts, screening, screenedReason) ?? { screened: warnedIn(texts, screening), screenedReason };

function refusedFor(
  code: 'matter-demands-result' | 'matter-wording-doubtful',
  { field, phrase }: ScreenedPhrase,
): Refusal {
  const { text, law } = matterRulesRefusals[code];
  return new Refusal(code, `${text}：“${phrase}”`, { field, law });
}
