import { isRefusal, type Decided, type Message } from '@liuhen/kernel';
import { advance } from '../matter-rules/charges';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import type { MatterEvent } from '../matter-rules/matter-events';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { lapsedStep, owedStep } from '../matter-rules/owed';
import { assignItems, type GivenItem } from '../matter-rules/rectification';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import type { SignedTalkRecord } from './accountability-talk.events';
import { refuse } from './accountability-talk.refusals';
import type { Talk } from './talk';

export type SignTalkRecordCommand = Message<'SignTalkRecord', Omit<SignedTalkRecord, keyof MatterStep>>;
export type LapseTalkSignatureCommand = Message<'LapseTalkSignature', { readonly duty: string }>;

/** 笔录签字: who refuses says why, and what follows does not wait for them. */
export function signTalkRecord(
  given: SignTalkRecordCommand['data'],
  matter: Matter,
  talk: Talk,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'talkSignature');
  if (isRefusal(owed)) return owed;
  if (!given.signed && given.remark === null) return refuse('talk-refusal-without-reason', 'remark');
  const charges = advance(court, matter, 'talkSignature');
  const data = { ...given, ...fulfilling(matter, owed.duty), charges };
  const signed = step({ type: 'TalkRecordSigned', data }, court, court.rules.instrument.terms.basis);
  return binding(signed, commitmentsOf(talk), matter, court);
}

/** 逾期未签，程序继续. */
export function lapseTalkSignature(
  { duty }: LapseTalkSignatureCommand['data'],
  matter: Matter,
  talk: Talk,
  court: MatterCourt,
): MatterDecision {
  const owed = lapsedStep(court, matter, 'talkSignature', duty);
  if (isRefusal(owed)) return owed;
  const charges = advance(court, matter, 'talkSignature');
  const data = { ...fulfilling(matter), drops: [{ duty, waiver: 'lapsed' } as const], charges };
  const lapsed = step({ type: 'TalkSignatureLapsed', data }, court, court.rules.instrument.terms.basis);
  return binding(lapsed, commitmentsOf(talk), matter, court);
}

const commitmentsOf = (talk: Talk): readonly GivenItem[] => (talk.status === 'held' ? talk.commitments : []);

/** 整改承诺 become items with which their owners are charged, along with the event by which they bind. */
export function binding(
  event: Decided<MatterEvent>,
  commitments: readonly GivenItem[],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const assigned = assignItems(court, matter, commitments);
  return assigned ? [event, assigned] : [event];
}
