import { chinaDateOf, type DutyTerms, type EventHeader } from '@liuhen/kernel';
import type { HandedOverAssignment } from '../leader-assignment/leader-assignment.events';
import type { DraftedMatter, MatterStep } from '../supervision-matter/supervision-matter.events';
import { contentOf } from './matter-content';
import { evolveItems } from './evolve-items';
import type { MatterEvent } from './matter-events';
import type { Matter, MatterState } from './matter';
import { stageAfter } from './stage-after';

/** The matter after one more event of whichever act. */
export function evolveMatter(
  state: MatterState,
  event: MatterEvent,
  header: Pick<EventHeader, 'recordedAt' | 'actor'>,
): MatterState {
  if (event.type === 'MatterDrafted') return withStep(drafted(state, event.data), event.data);
  if (state.status === 'none') return state;
  return withStep(evolveItems(evolveFacts(state, event, header), event), event.data);
}

function drafted(state: MatterState, data: DraftedMatter): Matter {
  const before = state.status === 'none' ? undefined : state;
  return {
    status: 'begun',
    round: data.round,
    stage: 'draft',
    content: contentOf(data),
    issuer: data.issuer,
    approver: data.approver,
    confidential: data.confidential,
    issuedOn: null,
    told: before?.told ?? [],
    chain: [...(before?.chain ?? []).slice(0, data.round - 1), data.instrument],
    open: before?.open ?? new Map(),
    answerers: before?.answerers ?? [],
    involved: before?.involved ?? [data.issuer],
    opened: before?.opened ?? new Map(),
    replies: 0,
    returns: 0,
    extensions: 0,
    extensionAsked: null,
    offered: [],
    unsatisfied: null,
    followUps: 0,
    items: before?.items ?? new Map(),
    suspended: false,
    escalatedTo: null,
  };
}

function evolveFacts(
  matter: Matter,
  event: MatterEvent,
  { recordedAt, actor }: Pick<EventHeader, 'recordedAt' | 'actor'>,
): Matter {
  const staged = { ...matter, stage: stageAfter(matter.stage, event) };
  switch (event.type) {
    case 'MatterIssued':
      return { ...staged, issuedOn: chinaDateOf(recordedAt), told: toldBy(matter) };
    case 'MatterReceived':
    case 'TalkRecordSigned':
      return { ...staged, answerers: [...matter.answerers, actor.person] };
    case 'ExtensionRequested':
      return { ...staged, extensionAsked: event.data.days };
    case 'ExtensionGranted':
      return { ...staged, extensionAsked: null, extensions: matter.extensions + 1 };
    case 'ExtensionRefused':
      return { ...staged, extensionAsked: null };
    case 'MatterReplied':
      return {
        ...staged,
        answerers: [...matter.answerers, actor.person],
        replies: matter.replies + 1,
        extensionAsked: null,
        offered: event.data.items,
        unsatisfied: null,
      };
    case 'ReplyExamined':
      return { ...staged, unsatisfied: event.data.findings.filter(({ satisfied }) => !satisfied).length };
    case 'ReplyReturned':
      return { ...staged, returns: matter.returns + 1 };
    case 'MatterEscalated':
      return { ...staged, escalatedTo: event.data.to };
    case 'MatterFollowedUp':
      return {
        ...staged,
        followUps: event.data.holds ? matter.followUps + 1 : 0,
      };
    case 'InspectionPlanned':
    case 'SiteVisited':
      return { ...staged, involved: [...matter.involved, ...event.data.team] };
    case 'GuidanceGiven':
      return { ...staged, involved: [...matter.involved, ...event.data.guides] };
    case 'TalkPlanned':
    case 'TalkHeld':
      return {
        ...staged,
        involved: [...matter.involved, ...event.data.talkers, event.data.recorder],
      };
    case 'AssignmentSuspended':
      return { ...staged, suspended: true };
    case 'AssignmentHandedOver':
      return handedOver({ ...staged, suspended: false }, event.data);
    default:
      return staged;
  }
}

const toldBy = ({ told, confidential, content: { targets } }: Matter): Matter['told'] =>
  confidential ? told : [...told, ...targets];

/** The new leader answers, and holds what went over. */
function handedOver(matter: Matter, { duties, to }: HandedOverAssignment): Matter {
  const open = new Map(
    [...matter.open].map(([duty, terms]) => [duty, duties.includes(duty) ? { ...terms, holder: to } : terms]),
  );
  const targets = matter.content.targets.map((target) => ({ ...target, responsible: to }));
  return { ...matter, open, involved: [...matter.involved, to], content: { ...matter.content, targets } };
}

function withStep(matter: Matter, { fulfils, drops, charges }: MatterStep): Matter {
  const ended = new Set([...fulfils, ...drops.map(({ duty }) => duty)]);
  const open = new Map([...matter.open].filter(([duty]) => !ended.has(duty)));
  const opened = new Map(matter.opened);
  for (const charge of charges) {
    open.set(charge.duty, charge);
    opened.set(charge.kind, openedSoFar(matter.opened, charges, charge));
  }
  const involved = [...matter.involved, ...charges.map(({ holder }) => holder)];
  return { ...matter, open, opened, involved };
}

const openedSoFar = (
  opened: ReadonlyMap<string, number>,
  charges: readonly DutyTerms[],
  { kind }: DutyTerms,
): number => (opened.get(kind) ?? 0) + charges.filter((charge) => charge.kind === kind).length;
