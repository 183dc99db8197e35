import { ChoiceField, FlagField, TextField } from '@liuhen/platform';

const LONGEST_REASON = 500;

export const ReasonField = (label: string): PropertyDecorator => TextField(label, { max: LONGEST_REASON });

const ANSWERS = { approve: '同意', decline: '不同意', withdraw: '撤回' } as const;

export class ProposalAnswerBody {
  @ChoiceField('答复', ANSWERS, { note: '撤回由提请人本人办理' }) readonly answer: keyof typeof ANSWERS;
  @ReasonField('理由') readonly reason: string;
}

export class ProposalQuery {
  @FlagField('只列待本人同意的，以及本人提请而未办结的', { optional: true, fromText: true })
  readonly mine?: boolean;
}
