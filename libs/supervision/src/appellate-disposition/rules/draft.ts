import type { Assessment, Finding } from './finding';

/** 草稿审查结论 */
export const draftVerdicts = { allowed: '可以提交', refused: '退回补正', toProcedure: '转入程序' } as const;

/**
 * What a draft's reviewer may advise where a remand looks avoidable. Nobody approves the result: only a resolution
 * of the adjudication committee binds the panel (《人民法院组织法》第三十三条, 法释〔2002〕25号第十六、十七条).
 */
export const advisableProcedures = [
  '建议合议庭复议',
  '提请专业法官会议讨论',
  '提请审判委员会讨论决定',
] as const;

export type DraftJudgement =
  | { readonly verdict: 'allowed'; readonly flags: readonly Finding[] }
  | { readonly verdict: 'refused'; readonly refusals: readonly Finding[] }
  | {
      readonly verdict: 'toProcedure';
      readonly reasons: readonly Finding[];
      readonly advisable: typeof advisableProcedures;
    };

/**
 * A draft is refused for what is contrary to law and for what it must show and does not, under the very codes that
 * flag a signed decision; questions that the drafter cannot answer are flagged.
 */
export function judgeDraft({ findings }: Assessment): DraftJudgement {
  const having = (...effects: readonly Finding['inDraft'][]) =>
    findings.filter(({ inDraft }) => effects.includes(inDraft));
  const refusals = having('refuse');
  if (refusals.length > 0) return { verdict: 'refused', refusals };
  const reasons = having('procedure');
  if (reasons.length > 0) return { verdict: 'toProcedure', reasons, advisable: advisableProcedures };
  return { verdict: 'allowed', flags: having('flag') };
}
