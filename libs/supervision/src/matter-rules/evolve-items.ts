import { isUnfinished, type ItemState, type Matter } from './matter';
import type { MatterEvent } from './matter-events';

/** The items of rectification after an event. An item's duty is the one that was charged with it. */
export function evolveItems(matter: Matter, event: MatterEvent): Matter {
  switch (event.type) {
    case 'RectificationAssigned': {
      const items = event.data.items.map((terms, place): readonly [string, ItemState] => [
        terms.item,
        { terms, status: 'open', duty: event.data.charges[place]?.duty ?? null },
      ]);
      return { ...matter, items: new Map([...matter.items, ...items]) };
    }
    case 'RectificationReported':
      return withItem(matter, event.data.item, { status: 'reported', duty: chargedBy(event.data) });
    case 'RectificationChecked':
      return event.data.passed
        ? withItem(matter, event.data.item, { status: 'done', duty: null })
        : withItem(matter, event.data.item, { status: 'open', duty: chargedBy(event.data) });
    case 'MatterEscalated':
      return { ...matter, items: new Map([...matter.items].map(([item, state]) => [item, left(state)])) };
    default:
      return matter;
  }
}

const left = (item: ItemState): ItemState =>
  isUnfinished(item) ? { ...item, status: 'superseded', duty: null } : item;

const chargedBy = ({ charges }: MatterEvent['data']): string | null => charges[0]?.duty ?? null;

function withItem(matter: Matter, item: string, change: Omit<ItemState, 'terms'>): Matter {
  const known = matter.items.get(item);
  return known ? { ...matter, items: new Map(matter.items).set(item, { ...known, ...change }) } : matter;
}
