import { Directory, Policies, type Reader } from '@liuhen/access';
import { decodeAll, PARTIES, RESPONSIBLE_PARTIES, type Party, type StoredEvent } from '@liuhen/kernel';
import { Runtimes } from '@liuhen/platform';
import {
  acts,
  dutyRulebookOf,
  dutyWarningEvents,
  mayReadInnerFile,
  readableCase,
  type CaseId,
} from '@liuhen/supervision';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { cutStream } from '../history/cut';
import { tellerOf, type TellEvent } from '../history/line';
import { isWithheld } from '../history/withheld';
import { dayOf, type Moment } from '../moment';
import { tenuresIn } from './accountability';
import { countsOf, TenureTeller } from './tenure-teller';
import type { AccountabilityCard, PartyAccountView } from './accountability.views';

/** The case's accountability card, straight from its stream, as known now or then. */
export class ShowAccountability extends Query<AccountabilityCard> {
  constructor(
    readonly caseId: CaseId,
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
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly directory: Directory,
    private readonly teller: TenureTeller,
  ) {
    this.#tell = tellerOf(acts, directory);
  }

  async execute({ caseId, asOf, reader }: ShowAccountability): Promise<AccountabilityCard> {
    const stream = await readableCase(this.runtimes.business.store, this.policies, caseId, reader);
    const innerFile = mayReadInnerFile(this.policies, stream, reader);
    const readable = stream.filter(({ header }) => !isWithheld(header, innerFile));
    const { events } = cutStream(readable, { asOf });
    const day = asOf === undefined ? this.directory.today : dayOf(asOf);
    const tenures = tenuresIn(RULEBOOK, decodeAll(RULEBOOK.events, events));
    const views = this.teller.views(tenures, decodeAll(dutyWarningEvents, events), day);
    return {
      caseId,
      asOf: asOf ?? null,
      innerFile,
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
