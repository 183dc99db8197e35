import fc from 'fast-check';
import { isShown, type Bundle, type BundleEvent, type ShownEvent } from '@liuhen/ledger';
import { JIA, YI } from '@liuhen/ledger/testing';
import { fittingManifest } from './small-bundle';

/** What a step is drawn from: two places, taken round where there are fewer, and a character. */
interface Drawn {
  readonly one: number;
  readonly other: number;
  readonly by: string;
}

type Step = (bundle: Bundle, drawn: Drawn) => Bundle;

const replacedAt = <Item>(
  items: readonly Item[],
  at: number,
  change: (item: Item) => Item,
): readonly Item[] => items.map((item, index) => (index === at % items.length ? change(item) : item));

const turnedAt = (bytes: Uint8Array, at: number): Uint8Array => {
  const place = at % Math.max(1, bytes.length);
  return bytes.with(place, (bytes[place] ?? 0) ^ (1 << (at % 8)));
};

const retyped = (text: string, at: number, by: string): string =>
  text.slice(0, at % text.length) + by + text.slice((at % text.length) + 1);

const inEvents =
  (change: (events: readonly BundleEvent[], drawn: Drawn) => readonly BundleEvent[]): Step =>
  (bundle, drawn) => ({ ...bundle, events: change(bundle.events, drawn) });

const inEvent = (change: (event: ShownEvent, drawn: Drawn) => Partial<ShownEvent>): Step =>
  inEvents((events, drawn) =>
    replacedAt(events, drawn.one, (event) =>
      isShown(event) ? { ...event, ...change(event, drawn) } : event,
    ),
  );

const STREAMS = [`case-${JIA}`, `case-${YI}`, 'case-丙3'];

const STEPS: Readonly<Record<string, Step>> = {
  'leave out an event': inEvents((events, { one }) => events.toSpliced(one % (events.length + 1), 1)),
  'have an event twice': inEvents((events, { one, other }) =>
    events.toSpliced(other % (events.length + 1), 0, ...events.slice(one % (events.length + 1)).slice(0, 1)),
  ),
  'move an event': inEvents((events, { one, other }) => {
    const at = one % (events.length + 1);
    return events.toSpliced(at, 1).toSpliced(other % (events.length + 1), 0, ...events.slice(at, at + 1));
  }),
  'call an event another’s': inEvent((_, { one, other }) => ({
    stream: STREAMS[other % STREAMS.length] ?? '',
    rev: one % 9,
  })),
  'retype a header': inEvent(({ header }, { other, by }) => ({ header: retyped(header, other, by) })),
  'retype a payload': inEvent(({ payload }, { other, by }) => ({
    payload: replacedAt(payload, other, (line) => retyped(line, other, by)),
  })),
  'leave out a field': inEvent(({ payload }, { other }) => ({
    payload: payload.toSpliced(other % (payload.length + 1), 1),
  })),
  'exchange payloads': inEvents((events, { one, other }) => {
    const from = events[other % Math.max(1, events.length)];
    return replacedAt(events, one, (event) =>
      isShown(event) && from && isShown(from) ? { ...event, payload: from.payload } : event,
    );
  }),
  'count an index otherwise': inEvent((_, { other }) => ({ index: other % 15 })),
  'turn a bit of a proof': inEvent(({ proof }, { other }) => ({
    proof: replacedAt(proof, other, (hash) => turnedAt(hash, other)),
  })),
  'cut a proof': inEvent(({ proof }) => ({ proof: proof.slice(1) })),
  'turn a bit of a signature': (bundle, { one, other }) => ({
    ...bundle,
    checkpoint: {
      ...bundle.checkpoint,
      signatures: replacedAt(bundle.checkpoint.signatures, one, (signed) => ({
        ...signed,
        signature: turnedAt(signed.signature, other),
      })),
    },
  }),
  'leave out a signature': (bundle, { one }) => ({
    ...bundle,
    checkpoint: {
      ...bundle.checkpoint,
      signatures: bundle.checkpoint.signatures.toSpliced(one % 4, 1),
    },
  }),
  'change a head': (bundle, { one, other }) => ({
    ...bundle,
    heads: {
      ...bundle.heads,
      streams: replacedAt(bundle.heads.streams, one, (head) =>
        'rev' in head ? { ...head, rev: other % 9 } : head,
      ),
    },
  }),
  'leave out a head': (bundle, { one }) => ({
    ...bundle,
    heads: { ...bundle.heads, streams: bundle.heads.streams.toSpliced(one % 4, 1) },
  }),
  'make the manifest fit': (bundle) => fittingManifest(bundle, bundle.events),
};

const drawn = fc.record({
  step: fc.constantFrom(...Object.keys(STEPS)),
  one: fc.nat(),
  other: fc.nat(),
  by: fc.constantFrom('0', 'a', '"', ',', ' ', '\\', '张'),
});

/** Several things are done to a bundle, one after the other. */
export const compound = fc.array(drawn, { minLength: 1, maxLength: 5 });

export const done = (bundle: Bundle, steps: readonly (Drawn & { readonly step: string })[]): Bundle =>
  steps.reduce((before, { step, ...places }) => STEPS[step]?.(before, places) ?? before, bundle);
