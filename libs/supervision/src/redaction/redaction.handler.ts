import { Directory, Powers, type CommandAct } from '@liuhen/access';
import { partyOf, postKindOf } from '@liuhen/courts';
import { execute, type Receipt } from '@liuhen/event-store';
import { PAYLOAD_REDACTED, type Party } from '@liuhen/kernel';
import { ErasureJournal, Runtimes } from '@liuhen/platform';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { onCase, type AskedOfCase } from '../case-file/asked-of-case';
import type { RedactionsOfCase } from './proposals';
import { RedactionFactsReader } from './redaction-facts.query';
import { redactionDecider, type RedactionCommand } from './redaction.decider';
import { redactionPowers } from './redaction.powers';

/** A command of the act 依法遮蔽 on its way to the case's stream. */
export class HandleRedaction extends Command<Receipt> {
  constructor(
    readonly asked: AskedOfCase,
    readonly command: RedactionCommand,
  ) {
    super();
  }
}

@CommandHandler(HandleRedaction)
export class HandleRedactionHandler implements ICommandHandler<HandleRedaction> {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly powers: Powers,
    private readonly directory: Directory,
    private readonly facts: RedactionFactsReader,
    private readonly journal: ErasureJournal,
  ) {}

  async execute({ asked, command }: HandleRedaction): Promise<Receipt> {
    const { reference, act } = asked;
    const receipt = await execute(this.runtimes.business, {
      decider: redactionDecider,
      ...onCase(asked),
      command,
      permit: ({ tried }) => {
        this.powers.require(redactionPowers[command.type], tried ? tried.court.code : act.court, act);
      },
      answersAs: ({ tried }) => this.#partyToward(tried?.court.code ?? act.court, act),
      facts: (state) => this.facts.of(reference.caseId, eventOf(command, state), act),
    });
    await this.#keep(receipt);
    return receipt;
  }

  #partyToward(court: string, { actor, court: acting }: CommandAct): Party {
    const kind = postKindOf(this.directory.posts.get(actor.post)?.kind ?? '');
    return kind ? partyOf(kind, acting, court) : actor.party;
  }

  /** Known outside the database before it is answered, so that no restored backup brings back what was taken away. */
  async #keep({ stream, events }: Receipt): Promise<void> {
    for (const { rev } of events.filter(({ type }) => type === PAYLOAD_REDACTED)) {
      const [redaction] = await this.runtimes.business.store.readStream(stream, { from: rev, limit: 1 });
      if (redaction) await this.journal.add(redaction);
    }
  }
}

const eventOf = ({ data }: RedactionCommand, { proposals }: RedactionsOfCase): string | undefined =>
  'event' in data ? data.event : proposals.get(data.proposal)?.event;
