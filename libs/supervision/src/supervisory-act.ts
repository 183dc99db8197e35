import type { Type } from '@nestjs/common';
import type { DutyChange, EventTypes, Projection, RefusalTable, SentenceNames } from '@liuhen/kernel';
import type { Power } from '@liuhen/courts';
import type { Departure } from './departure';
import type { Lapse } from './lapse';

/** What an act gives to the rest of the system: all that has to be registered when one is added. */
export interface SupervisoryAct {
  /** Its folder. */
  readonly name: string;
  /** Its Chinese name, as users read it. */
  readonly title: string;
  readonly events: EventTypes;
  readonly sentences: Readonly<Record<string, (event: never, names: SentenceNames) => string>>;
  /** What its events do to duties; see `DutyRules`. */
  readonly duties: Readonly<Record<string, (event: never) => readonly DutyChange[]>>;
  /** 责任种类: the Chinese name of each kind of duty that they open. */
  readonly dutyKinds: Readonly<Record<string, string>>;
  /** What follows, by kind of duty, when one is not done in time; see `Lapse`. */
  readonly lapses?: Readonly<Record<string, Lapse>>;
  /** What follows, by kind of duty, when the person charged by name leaves the post; see `Departure`. */
  readonly departures?: Readonly<Record<string, Departure>>;
  /** 权力: who may give its commands, by the command. */
  readonly powers: Readonly<Record<string, Power>>;
  readonly refusals: RefusalTable;
  readonly projections: readonly Projection[];
  /** Its routes and handlers. */
  readonly module: Type;
}
