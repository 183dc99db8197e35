import { partyOf, postKindOf } from '@liuhen/courts';
import {
  isRefusal,
  noDuties,
  type Act,
  type Decided,
  type Decider,
  type Duty,
  type DutyLedger,
  type EventHeader,
  type Message,
  type Refusal,
} from '@liuhen/kernel';
import { someAct, someHeader } from '@liuhen/kernel/testing';
import type { CourtFacts } from '../../court-rules/court-facts';
import { guizhouFacts } from '../../court-rules/testing/guizhou-facts';
import { ledgerAfter } from '../../duty-rulebook';
import type { Matter, MatterState } from '../matter';
import { evolveMatter } from '../evolve-matter';
import { stepDuties } from '../matter-duties';
import type { MatterWith } from '../matter-decider';
import type { MatterEvent } from '../matter-events';

/** Who does it: a person in one of their posts. */
export type Who = readonly [person: string, post: string];

/** The people of the demonstration whom the stories on matters need. */
export const WHO = {
  /** 高院: 审管办主任, 审管办人员, 分管副院长, 院长, 党组书记, 督察, 政治部人员, 民一庭庭长. */
  highManager: ['gu-ning', '黔.trial-management-director'],
  highOfficer: ['inspector', '黔.trial-management-officer'],
  highVice: ['luo-jian', '黔.vice-president'],
  highPresident: ['zhao-hong', '黔.president'],
  highSecretary: ['zhao-hong', '黔.party-secretary'],
  highInspector: ['song-yi', '黔.inspector'],
  highPolitical: ['xie-lin', '黔.political-officer'],
  highChief: ['qian-yu', '黔.division-chief.civil-1'],
  /** 贵阳中院: 院长, 副院长, 审管办主任, 民一庭庭长, 法官, 政治部人员. */
  midPresident: ['zhou-min', '黔01.president'],
  midVice: ['wu-tao', '黔01.vice-president.civil'],
  midManager: ['feng-yan', '黔01.trial-management-director'],
  midChief: ['zheng-lan', '黔01.division-chief.civil-1'],
  midJudge: ['wang-ning', '黔01.handling-judge.civil-1'],
  midPolitical: ['zou-lan', '黔01.political-officer'],
  /** 南明区法院: 院长, 副院长, 庭长, 法官, 审管办主任, 政治部人员. */
  lowPresident: ['chen-lei', '黔0102.president'],
  lowVice: ['chu-yun', '黔0102.vice-president.civil'],
  lowChief: ['wei-hua', '黔0102.division-chief.civil-1'],
  lowJudge: ['zhang-ming', '黔0102.handling-judge.civil-1'],
  lowManager: ['cao-yue', '黔0102.trial-management-director'],
  lowPolitical: ['lu-ping', '黔0102.political-officer'],
  /** 遵义中院院长. */
  otherPresident: ['dong-ping', '黔03.president'],
  system: ['supervision-system', '黔.supervision-system'],
} as const satisfies Record<string, Who>;

/** A matter told command by command, with the rules and people of the demonstration. Days are set; nothing is random. */
export class MatterStory {
  readonly events: (MatterEvent & { readonly header: EventHeader })[] = [];
  #day = '2026-03-02';

  constructor(readonly facts: CourtFacts = guizhouFacts()) {}

  /** From now on it is nine in the morning of that day. */
  on(day: string): this {
    this.#day = day;
    return this;
  }

  /** The same story where the courts have become otherwise. */
  with(facts: CourtFacts): MatterStory {
    const story = new MatterStory(facts).on(this.#day);
    story.events.push(...this.events);
    return story;
  }

  /** @returns the events; what was refused is an error here, see {@link refused} */
  does<Own, Command extends Message>(
    who: Who,
    decider: Decider<MatterWith<Own>, Command, MatterEvent, CourtFacts>,
    command: Command,
  ): readonly MatterEvent[] {
    const decision = this.#decide(who, decider, command);
    if (isRefusal(decision)) throw decision;
    for (const event of decision) {
      const rev = this.events.length;
      const { secrecy = 'open', basis = [] } = event;
      const header = someHeader({
        ...{ type: event.type, rev, secrecy, basis, stream: 'matter-test' },
        ...{
          id: String(rev),
          recordedAt: this.#act(who).at,
          actor: this.#act(who).actor,
          court: this.#act(who).court,
        },
      });
      this.events.push({ ...event, header });
    }
    return decision;
  }

  /** What the command is refused with. */
  refused<Own, Command extends Message>(
    who: Who,
    decider: Decider<MatterWith<Own>, Command, MatterEvent, CourtFacts>,
    command: Command,
  ): string {
    const decision = this.#decide(who, decider, command);
    if (isRefusal(decision)) return decision.code;
    throw new Error(`not refused but ${JSON.stringify(decision)}`);
  }

  get matter(): Matter {
    const state = this.events.reduce<MatterState>(
      (before, event) => evolveMatter(before, event, event.header),
      { status: 'none' },
    );
    if (state.status === 'none') throw new Error('nothing is drafted yet');
    return state;
  }

  /** The ledger of duties that the events make. */
  get ledger(): DutyLedger {
    return this.events.reduce(
      (ledger, event) => ledgerAfter({ changesBy: changesOf }, ledger, event),
      noDuties,
    );
  }

  /** What is owed now, soonest opened first. */
  get owed(): readonly Pick<Duty['terms'], 'kind' | 'due'>[] {
    return [...this.matter.open.values()].map(({ kind, due }) => ({ kind, due }));
  }

  #decide<Own, Command extends Message>(
    who: Who,
    decider: Decider<MatterWith<Own>, Command, MatterEvent, CourtFacts>,
    command: Command,
  ): readonly Decided<MatterEvent>[] | Refusal {
    const state = this.events.reduce(
      (before, event) => decider.evolve(before, event, event.header),
      decider.initial,
    );
    return decider.decide(command, state, this.#act(who), this.facts);
  }

  #act([person, post]: Who): Act {
    const record = this.facts.posts.get(post);
    const kind = postKindOf(record?.kind ?? '');
    if (!record || !kind) throw new Error(`no post ${post}`);
    const party = partyOf(kind, record.court, record.court);
    const at = `${this.#day}T01:00:00.000Z`;
    return someAct({
      actor: { person, post, party, delegation: null },
      court: record.court,
      at,
      occurredAt: at,
    });
  }
}

const changesOf = (event: Message) => stepDuties(event as MatterEvent);
