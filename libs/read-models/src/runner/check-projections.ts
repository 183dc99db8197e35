import type { Projection } from '@liuhen/kernel';

/** A projection that cannot be built: the programmer's fault, found at start. */
export class InvalidProjection extends Error {
  override readonly name = 'InvalidProjection';

  constructor(
    readonly projection: string,
    fault: string,
  ) {
    super(`projection ${projection}: ${fault}`);
  }
}

/** Leaves room for version and number within the 63 bytes of a PostgreSQL name. */
const NAME = /^[a-z][a-z0-9_]{0,39}$/;
/** What schema `read` itself holds. */
const RESERVED_TABLES = new Set(['builds', 'build_number']);

/** @throws InvalidProjection for a bad name, and for a name or table that two of them use. */
export function checkProjections(projections: readonly Projection[]): void {
  projections.forEach(checkAlone);
  requireDistinct(projections, ({ name }) => [name]);
  requireDistinct(projections, ({ tables }) => tables);
}

function checkAlone({ name, version, events, tables }: Projection): void {
  const refuseUnless = (fine: boolean, fault: string): void => {
    if (!fine) throw new InvalidProjection(name, fault);
  };
  refuseUnless(NAME.test(name), 'name it in lower case with underscores, at most 40 characters');
  refuseUnless(Number.isSafeInteger(version) && version > 0, 'number its versions 1, 2, 3 …');
  refuseUnless(Object.keys(events).length > 0, 'let it read at least one event type');
  for (const table of tables) {
    refuseUnless(NAME.test(table) && !RESERVED_TABLES.has(table), `give table ${table} another name`);
  }
}

function requireDistinct(
  projections: readonly Projection[],
  namesOf: (projection: Projection) => readonly string[],
): void {
  const owners = new Map<string, string>();
  for (const projection of projections) {
    for (const name of namesOf(projection)) {
      const owner = owners.get(name);
      if (owner !== undefined)
        throw new InvalidProjection(projection.name, `${name} is already used by ${owner}`);
      owners.set(name, projection.name);
    }
  }
}
