import type { Type } from '@nestjs/common';
import type { EventTypes, Projection, RefusalTable } from '@liuhen/kernel';

/** What an act gives to the rest of the system: all that has to be registered when one is added. */
export interface SupervisoryAct {
  /** Its folder. */
  readonly name: string;
  /** Its Chinese name, as users read it. */
  readonly title: string;
  readonly events: EventTypes;
  readonly sentences: Readonly<Record<string, (event: never) => string>>;
  readonly refusals: RefusalTable;
  readonly projections: readonly Projection[];
  /** Its routes and handlers. */
  readonly module: Type;
}
