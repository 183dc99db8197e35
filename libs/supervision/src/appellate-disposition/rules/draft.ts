import type { DraftEffect } from '../../law/finding';

/** What the findings do to a draft: 可以提交, 退回补正, 转入程序. */
export type DraftJudgement<Finding> =
  | { readonly verdict: 'allowed'; readonly flags: readonly Finding[] }
  | { readonly verdict: 'refused'; readonly refusals: readonly [Finding, ...Finding[]] }
  | { readonly verdict: 'toProcedure'; readonly reasons: readonly Finding[] };

/**
 * A draft is refused for what is contrary to law and for what it must show and does not, under the very codes that
 * flag a signed decision; questions that the drafter cannot answer are flagged. Where a remand looks avoidable its
 * reviewer may advise procedure: nobody approves the result, and only a resolution of the adjudication committee binds
 * the panel (《人民法院组织法》第三十三条, 法释〔2002〕25号第十六、十七条).
 */
export function judgeDraft<Finding extends { readonly inDraft: DraftEffect }>({
  findings,
}: {
  readonly findings: readonly Finding[];
}): DraftJudgement<Finding> {
  const having = (effect: DraftEffect) => findings.filter(({ inDraft }) => inDraft === effect);
  const [refusal, ...others] = having('refuse');
  if (refusal) return { verdict: 'refused', refusals: [refusal, ...others] };
  const reasons = having('procedure');
  return reasons.length > 0
    ? { verdict: 'toProcedure', reasons }
    : { verdict: 'allowed', flags: having('flag') };
}
