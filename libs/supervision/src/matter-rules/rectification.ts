import { addTerm } from '@liuhen/courts';
import { isRefusal, type CalendarDate, type Decided, type DutyTerms, type Refusal } from '@liuhen/kernel';
import type {
  RectificationItem,
  SupervisionMatterEvent,
} from '../supervision-matter/supervision-matter.events';
import { charged, dueOn, type Advance, type Owing } from './charges';
import { isUnfinished, type Matter } from './matter';
import type { MatterCourt } from './matter-court';
import { refuse } from './matter-rules.refusals';
import { fulfilling, step } from './matter-step';
import { holderOf, chargeableHolder } from './posts';
import type { ScreenedText } from './screening';

/** An item as it is asked for: the matter numbers it. */
export type GivenItem = Omit<RectificationItem, 'item'>;

type RectificationAssigned = Extract<SupervisionMatterEvent, { type: 'RectificationAssigned' }>;

/** Whether items can be laid upon these owners by these days. @param field of the list */
export function refuseItems(
  court: MatterCourt,
  { content: { targets } }: Pick<Matter, 'content'>,
  items: readonly GivenItem[],
  field = 'items',
): Refusal | undefined {
  const courts = new Set(targets.flatMap((target) => [target.court, target.responsible.court]));
  for (const [place, { owner, due }] of items.entries()) {
    const at = `${field}[${String(place)}]`;
    const holder = chargeableHolder(court, owner, `${at}.owner`);
    if (isRefusal(holder)) return holder;
    if (!courts.has(owner.court)) return refuse('matter-item-owner-outside', `${at}.owner.court`);
    if (due < court.on) return refuse('matter-item-past', `${at}.due`);
  }
  return undefined;
}

/** What items ask for. @param field of the list */
export const textsOfItems = (items: readonly GivenItem[], field = 'items'): readonly ScreenedText[] =>
  items.flatMap(({ measure, criterion }, place) => [
    { field: `${field}[${String(place)}].measure`, text: measure },
    { field: `${field}[${String(place)}].criterion`, text: criterion },
  ]);

/**
 * 整改清单: the items as an event that charges each owner; `undefined` where there are none. It goes along with the event
 * that brought them forth, so that all acts lay them down alike.
 */
export function assignItems(
  court: MatterCourt,
  matter: Matter,
  items: readonly GivenItem[],
): Decided<RectificationAssigned> | undefined {
  if (items.length === 0) return undefined;
  const numbered = [...matter.items.keys()].filter((item) =>
    item.startsWith(`${String(matter.round)}-`),
  ).length;
  const data = {
    ...fulfilling(matter),
    charges: itemCharges(court, matter, items),
    items: items.map((item, place) => ({
      item: `${String(matter.round)}-${String(numbered + place + 1)}`,
      ...item,
    })),
  };
  return step({ type: 'RectificationAssigned', data }, court);
}

const itemCharges = (court: MatterCourt, matter: Matter, items: readonly GivenItem[]): readonly DutyTerms[] =>
  charged(
    court,
    matter,
    items.flatMap(({ owner, due }): readonly Owing[] => {
      const holder = holderOf(court, owner);
      return holder ? [{ kind: 'rectification', holder, due: dueOn(due) }] : [];
    }),
  );

/** 销号 is owed after the last item should be done, or by its term alone where there is none. */
export function closeOutDay(court: MatterCourt, matter: Matter, further: readonly GivenItem[]): Advance {
  const last = lastItemDay(matter, further);
  const term = court.rules.instrument.terms.closeOut;
  return last === undefined || term === undefined
    ? {}
    : { due: addTerm(court.facts.calendar, last, term).date };
}

const lastItemDay = (
  { items }: Pick<Matter, 'items'>,
  further: readonly GivenItem[],
): CalendarDate | undefined =>
  [
    ...[...items.values()].filter(isUnfinished).map(({ terms }) => terms.due),
    ...further.map(({ due }) => due),
  ]
    .toSorted()
    .at(-1);
