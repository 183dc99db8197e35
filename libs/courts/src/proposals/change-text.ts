import type { SentenceNames } from '@liuhen/kernel';
import type { KeyChange } from '../keys/key-proposal.decider';
import { keySentences } from '../keys/key.sentences';
import { policySentences } from '../policies/policy.sentences';
import type { PolicyCommand } from '../policies/policy.decider';
import type { PostChange } from '../posts/guarded-change';
import { postSentences } from '../posts/post.sentences';

/** All that is only changed by proposal. */
export type GuardedChange = PolicyCommand | PostChange | KeyChange;

/** What is proposed, as the sentence about it will be once it is enacted. */
export function changeText(change: GuardedChange, names: SentenceNames): string {
  switch (change.type) {
    case 'AdoptPolicy':
      return policySentences.PolicyAdopted({ type: 'PolicyAdopted', data: change.data }, names);
    case 'RepealPolicy':
      return policySentences.PolicyRepealed({ type: 'PolicyRepealed', data: change.data }, names);
    case 'AppointPerson':
      return postSentences.PersonAppointed({ type: 'PersonAppointed', data: change.data }, names);
    case 'RecordPersonLeft':
      return postSentences.PersonLeft({ type: 'PersonLeft', data: change.data }, names);
    case 'AssignOversight':
      return postSentences.OversightAssigned({ type: 'OversightAssigned', data: change.data }, names);
    case 'RegisterKey':
      return `登记签名密钥：${names.personName(change.data.person)}，自${change.data.from}起`;
    case 'RevokeKey':
      return keySentences.PersonKeyRevoked({ type: 'PersonKeyRevoked', data: change.data }, names);
  }
}
