import { Directory, type Reader } from '@liuhen/access';
import { decodeAll, PARTIES, RESPONSIBLE_PARTIES, type Party, type StoredEvent } from '@liuhen/kernel';
import {
  acts,
  dutyRulebookOf,
  dutyWarningEvents,
  isInternalDuty,
  type CaseId,
  type MatterId,
} from '@liuhen/supervision';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cutStream } from '../history/cut';
import { tellerOf, type TellEvent } from '../history/line';
import { SeenStreams, type SeenStream } from '../history/seen-streams';
import { dayOf, type Moment } from '../moment';
import { tenuresIn } from './accountability';
import { countsOf, TenureTeller } from './tenure-teller';
import type { AccountabilityCard, PartyAccountView } from './accountability.views';

/** Whose accountability card is asked for. */
export type AccountableSubject = { readonly caseId: CaseId } | { readonly matter: MatterId };

/** The accountability card of a case or matter, straight from its stream, as known now or then. */
export class ShowAccountability extends Query<AccountabilityCard> {
  constructor(
    readonly subject: AccountableSubject,
    readonly asOf: Moment | undefined,
    readonly reader: Reader,
  ) {
    super();
  }
}

const RULEBOOK = dutyRulebookOf(acts);

@QueryHandler(ShowAccountability)
export class ShowAccountabilityHandler implements IQueryHandler<ShowAccountability> {
  readonly #tell: TellEvent;

  constructor(
    private readonly streams: SeenStreams,
    private readonly directory: Directory,
    private readonly teller: TenureTeller,
  ) {
    this.#tell = tellerOf(acts, directory);
  }

  async execute({ subject, asOf, reader }: ShowAccountability): Promise<AccountabilityCard> {
    const stream = await this.#stream(subject, reader);
    const readable = stream.events.filter((event) => !stream.isHidden(event));
    const { events } = cutStream(readable, { asOf });
    const day = asOf === undefined ? this.directory.today : dayOf(asOf);
    const tenures = tenuresIn(RULEBOOK, decodeAll(RULEBOOK.events, events)).filter(
      ({ duty }) => stream.within || !isInternalDuty(duty.terms.kind),
    );
    const views = this.teller.views(tenures, decodeAll(dutyWarningEvents, events), day);
    return {
      caseId: 'caseId' in subject ? subject.caseId : null,
      matter: stream.matter,
      asOf: asOf ?? null,
      innerFile: stream.within,
      counts: countsOf(tenures, day),
      parties: partiesIn([...views.map(({ holder }) => holder.party), ...events.map(partyOf)]).map(
        (party): PartyAccountView => ({
          party,
          partyName: PARTIES[party],
          responsibilities: views.filter(({ holder }) => holder.party === party),
          done: events.filter((event) => partyOf(event) === party).map((event) => this.#done(event)),
        }),
      ),
    };
  }

  #stream(subject: AccountableSubject, reader: Reader): Promise<SeenStream> {
    return 'caseId' in subject
      ? this.streams.ofCase(subject.caseId, reader)
      : this.streams.ofMatter(subject.matter, reader);
  }

  #done(event: StoredEvent) {
    return { line: this.#tell(event), event: event.header.id, rev: event.header.rev };
  }
}

const partyOf = ({ header }: StoredEvent): Party => header.actor.party;

/** The five, and the others that occur, in the order of the table. */
const partiesIn = (occurring: readonly Party[]): readonly Party[] =>
  (Object.keys(PARTIES) as Party[]).filter(
    (party) => Object.hasOwn(RESPONSIBLE_PARTIES, party) || occurring.includes(party),
  );
