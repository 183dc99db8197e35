import type { EventTypes, SentenceNames } from '@liuhen/kernel';
import { courtEvents } from './courts/court.events';
import { courtSentences } from './courts/court.sentences';
import { keyEvents } from './keys/key.events';
import { keySentences } from './keys/key.sentences';
import { policyEvents } from './policies/policy.events';
import { policySentences } from './policies/policy.sentences';
import { postEvents } from './posts/post.events';
import { postSentences } from './posts/post.sentences';
import { proposalEvents } from './proposals/proposal.events';
import { proposalSentences } from './proposals/proposal.sentences';

/** One subject of the administration log: how its events are read and told. */
export interface AdministrationRecord {
  readonly title: string;
  readonly events: EventTypes;
  readonly sentences: Readonly<Record<string, (event: never, names: SentenceNames) => string>>;
}

/** All that the administration log holds of courts, posts, rules and keys. */
export const administrationRecords: readonly AdministrationRecord[] = [
  { title: '法院', events: courtEvents, sentences: courtSentences },
  { title: '岗位', events: postEvents, sentences: postSentences },
  { title: '审判权责规则', events: policyEvents, sentences: policySentences },
  { title: '签名密钥', events: keyEvents, sentences: keySentences },
  { title: '规则、授权和密钥变更的提请', events: proposalEvents, sentences: proposalSentences },
];
