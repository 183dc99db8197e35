import type { BundleEvent, ShownEvent } from '@liuhen/ledger';
import { JIA, newLab, tamperedWith, without, withEvent, YI } from '@liuhen/ledger/testing';
import { each, inBundle, known } from '../support/tampered-bundles';
import type { Cells } from './cell';

/** The events of the golden bundle, in another order, or others. */
const withEvents = (change: (events: readonly BundleEvent[]) => readonly BundleEvent[]) =>
  tamperedWith(({ events }) => ({ events: change(events) }));

const inHeader = (from: string, to: string) =>
  withEvent(1, (event) => ({ ...event, header: event.header.replace(from, to) }));

/** An event of this case that nobody has recorded. */
function invented(after: BundleEvent): ShownEvent {
  const lab = newLab({ seed: 'invented' });
  const [, event] = [lab.append(`case-${JIA}`), lab.append(`case-${JIA}`)];
  return { ...after, header: event.headerText, payload: event.payloadText.split('\n') };
}

/** As if the node over the first two leaves were the first leaf. */
const innerNode = ({ index, stream, rev, proof }: BundleEvent, leaf: Uint8Array): BundleEvent => ({
  ...{ index, stream, rev, leaf },
  proof: proof.slice(1),
});

export const EVENTS: Cells<'P25'> = {
  P25: {
    T1: [
      known('header-malformed', 'a space'),
      ...each(
        {
          'another person': inHeader('p-judge', 'p-other'),
          'a look-alike of a letter': inHeader('p-judge', 'р-judge'),
        },
        (given, name) => inBundle({ name, finds: ['not-in-tree'], first: 2, given }),
      ),
      ...each(
        {
          'a number written otherwise': inHeader('"rev":1', '"rev":1.0'),
          'a letter written otherwise': inHeader('p-judge', String.raw`p-\u006audge`),
          'a field that the format does not have': inHeader('{', '{"a":1,'),
        },
        (given, name) => inBundle({ name, finds: ['header-malformed'], first: 2, given }),
      ),
    ],
    T2: [
      known('revision-not-next', 'one between others'),
      inBundle({
        name: 'the first of a case',
        finds: ['revision-not-next'],
        first: 2,
        given: withEvents(([, ...others]) => others),
      }),
    ],
    T3: [
      inBundle({
        name: 'one between others that nobody recorded',
        finds: ['not-in-tree', 'previous-other'],
        first: 2,
        given: withEvents(([first, second, ...others]) =>
          first && second ? [first, invented(second), second, ...others] : [],
        ),
      }),
      inBundle({
        name: 'one in the place of another',
        finds: ['not-in-tree', 'previous-other'],
        first: 2,
        given: withEvents(([first, second, ...others]) =>
          first && second ? [first, invented(second), ...others] : [],
        ),
      }),
    ],
    T4: [
      inBundle({
        name: 'one that is there twice',
        finds: ['revision-not-next'],
        first: 2,
        given: withEvents(([first, second, ...others]) =>
          first && second ? [first, second, second, ...others] : [],
        ),
      }),
    ],
    T5: [
      known('order-other', 'against their order in the log'),
      inBundle({
        name: 'two of a case',
        finds: ['revision-not-next'],
        first: 4,
        given: withEvents(([first, second, third, ...others]) =>
          first && second && third ? [first, third, second, ...others] : [],
        ),
      }),
      inBundle({
        name: 'two cases',
        finds: ['cases-untrue'],
        given: withEvents((events) => events.toSorted((one, other) => (one.stream < other.stream ? -1 : 1))),
      }),
    ],
    T6: [known('events-missing', 'the last events of a case, and the manifest says so')],
    T14: [
      known('header-of-other-case', 'recorded under another case', 'C'),
      inBundle({
        name: 'one of another case',
        finds: ['header-in-other-place'],
        first: 1,
        given: tamperedWith((bundle) => ({
          ...without(bundle, `case-${YI}`, 0),
          events: bundle.events.map((event) =>
            event.stream === `case-${YI}` ? { ...event, stream: `case-${JIA}`, rev: event.rev + 4 } : event,
          ),
        })),
      }),
    ],
    T17: [
      inBundle({
        name: 'an inner node in the place of a leaf, with the rest of its path',
        finds: ['not-in-tree'],
        first: 0,
        given: tamperedWith(({ events }, { tree }) => ({
          events: events.map((event) => (event.index === 0 ? innerNode(event, tree.root(2)) : event)),
        })),
      }),
    ],
    T25: [
      known('header-in-other-place', 'a revision that is not the header’s'),
      inBundle({
        name: 'a revision left out by calling the next ones by its number',
        finds: ['header-in-other-place'],
        first: 4,
        given: withEvents((events) =>
          events.flatMap((event) =>
            event.stream !== `case-${JIA}` || event.rev === 0
              ? [event]
              : event.rev === 1
                ? []
                : [{ ...event, rev: event.rev - 1 }],
          ),
        ),
      }),
    ],
  },
};
