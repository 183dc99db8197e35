import { isRefusal, type Decider } from '@liuhen/kernel';
import type { CourtFacts } from '../court-rules/court-facts';
import { INSTRUMENTS, type Instrument } from '../matter-rules/instruments';
import type { Matter } from '../matter-rules/matter';
import { matterCourt, type MatterCourt } from '../matter-rules/matter-court';
import { matterDecider, type MatterWith } from '../matter-rules/matter-decider';
import type { MatterEvent } from '../matter-rules/matter-events';
import type { MatterDecision } from '../matter-rules/matter-step';
import {
  grantExtension,
  refuseExtension,
  reply,
  requestExtension,
  type GrantExtensionCommand,
  type RefuseExtensionCommand,
  type ReplyCommand,
  type RequestExtensionCommand,
} from './answer-matter';
import { draft, type DraftCommand } from './draft-matter';
import {
  archive,
  closeOut,
  followUp,
  type ArchiveCommand,
  type CloseOutCommand,
  type FollowUpCommand,
} from './end-matter';
import { escalate, type EscalateCommand } from './escalate-matter';
import {
  accept,
  examine,
  returnReply,
  type AcceptCommand,
  type ExamineCommand,
  type ReturnCommand,
} from './examine-reply';
import {
  approve,
  cancel,
  decline,
  issue,
  lapseReceipt,
  receive,
  type ApproveCommand,
  type CancelCommand,
  type DeclineCommand,
  type IssueCommand,
  type LapseReceiptCommand,
  type ReceiveCommand,
} from './issue-matter';
import { checkItem, reportItem, type CheckItemCommand, type ReportItemCommand } from './rectify';
import { refuse } from './supervision-matter.refusals';

/** What can be done to a matter that is there. None of it holds the result of a case. */
type StepCommand =
  | ApproveCommand
  | DeclineCommand
  | IssueCommand
  | ReceiveCommand
  | LapseReceiptCommand
  | CancelCommand
  | RequestExtensionCommand
  | GrantExtensionCommand
  | RefuseExtensionCommand
  | ReplyCommand
  | ExamineCommand
  | AcceptCommand
  | ReturnCommand
  | EscalateCommand
  | ReportItemCommand
  | CheckItemCommand
  | CloseOutCommand
  | FollowUpCommand
  | ArchiveCommand;

export type SupervisionMatterCommand = DraftCommand | StepCommand;

const steps = matterDecider<null, StepCommand>({
  instruments: Object.keys(INSTRUMENTS) as Instrument[],
  initial: null,
  evolve: () => null,
  decide: (command, matter, _own, court) => decideStep(command, matter, court),
});

/** 督导事项: the one life cycle of all instruments; what differs between them is in the courts' rules. */
export const supervisionMatterDecider: Decider<
  MatterWith<null>,
  SupervisionMatterCommand,
  MatterEvent,
  CourtFacts
> = {
  ...steps,

  decide(command, state, act, facts) {
    if (command.type !== 'DraftMatter') return steps.decide(command, state, act, facts);
    if (act.source === 'imported') return refuse('import-not-permitted', 'source');
    const { matter } = state;
    const issuer = matter.status === 'none' ? act.court : matter.issuer.court;
    const court = matterCourt(command.data.instrument, issuer, act, facts);
    return isRefusal(court) ? court : draft(command.data, matter, court);
  },
};

function decideStep(command: StepCommand, matter: Matter, court: MatterCourt): MatterDecision {
  switch (command.type) {
    case 'ApproveMatter':
      return approve(command.data, matter, court);
    case 'DeclineMatter':
      return decline(command.data, matter, court);
    case 'IssueMatter':
      return issue(command.data, matter, court);
    case 'ReceiveMatter':
      return receive(command.data, matter, court);
    case 'LapseReceipt':
      return lapseReceipt(command.data, matter, court);
    case 'CancelMatter':
      return cancel(command.data, matter, court);
    case 'RequestExtension':
      return requestExtension(command.data, matter, court);
    case 'GrantExtension':
      return grantExtension(command.data, matter, court);
    case 'RefuseExtension':
      return refuseExtension(command.data, matter, court);
    case 'ReplyToMatter':
      return reply(command.data, matter, court);
    case 'ExamineReply':
      return examine(command.data, matter, court);
    case 'AcceptReply':
      return accept(command.data, matter, court);
    case 'ReturnReply':
      return returnReply(command.data, matter, court);
    case 'EscalateMatter':
      return escalate(command.data, matter, court);
    case 'ReportRectification':
      return reportItem(command.data, matter, court);
    case 'CheckRectification':
      return checkItem(command.data, matter, court);
    case 'CloseOutMatter':
      return closeOut(command.data, matter, court);
    case 'FollowUpMatter':
      return followUp(command.data, matter, court);
    case 'ArchiveMatter':
      return archive(command.data, matter, court);
  }
}
