import type { Matter } from '@liuhen/supervision';
import type { MatterRecord } from './matter-record';

/** A matter as JSON: its maps are lists of entries. */
type StoredMatter = {
  readonly [Name in keyof Matter]: Matter[Name] extends ReadonlyMap<infer Key, infer Value>
    ? readonly (readonly [Key, Value])[]
    : Matter[Name];
};

/** A record as JSON. */
export type StoredRecord = Omit<MatterRecord, 'matter'> & { readonly matter: StoredMatter };

export const storedRecord = ({ matter, ...kept }: MatterRecord): StoredRecord => ({
  ...kept,
  matter: { ...matter, open: [...matter.open], opened: [...matter.opened], items: [...matter.items] },
});

export const recordFrom = ({ matter, ...kept }: StoredRecord): MatterRecord => ({
  ...kept,
  matter: {
    ...matter,
    open: new Map(matter.open),
    opened: new Map(matter.opened),
    items: new Map(matter.items),
  },
});
