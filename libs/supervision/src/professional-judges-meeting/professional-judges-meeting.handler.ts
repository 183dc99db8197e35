import { Directory, Powers } from '@liuhen/access';
import { execute, type Receipt } from '@liuhen/event-store';
import { DocumentStore, Runtimes } from '@liuhen/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { onCase, type AskedOfCase } from '../case-file/asked-of-case';
import { courtFactsOf } from '../case-file/court-facts-of';
import { requireStored } from '../case-file/stored-documents';
import { lapseBy } from '../lapse';
import {
  professionalJudgesMeetingDecider,
  type ProfessionalJudgesMeetingCommand,
} from './professional-judges-meeting.decider';
import { professionalJudgesMeetingPowers } from './professional-judges-meeting.powers';

/** A command of the act 专业法官会议 on its way to the case's stream. */
export class HandleMeeting extends Command<Receipt> {
  constructor(
    readonly asked: AskedOfCase,
    readonly command: ProfessionalJudgesMeetingCommand,
  ) {
    super();
  }
}

@CommandHandler(HandleMeeting)
export class HandleMeetingHandler implements ICommandHandler<HandleMeeting> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly powers: Powers,
    private readonly directory: Directory,
    private readonly documents: DocumentStore,
  ) {}

  async execute({ asked, command }: HandleMeeting): Promise<Receipt> {
    const { act } = asked;
    await requireStored(this.documents, command.data);
    return execute(this.runtimes.business, {
      decider: professionalJudgesMeetingDecider,
      ...onCase(asked),
      command,
      permit: (state) => {
        const court = state.status === 'registered' ? state.tried.court.code : act.court;
        this.powers.require(professionalJudgesMeetingPowers[command.type], court, act);
      },
      facts: () => Promise.resolve(courtFactsOf(this.directory)),
    });
  }
}

/** 逾期 of a meeting that the panel had asked for. */
export const lapseMeeting = lapseBy(professionalJudgesMeetingDecider, 'LapseMeeting');
