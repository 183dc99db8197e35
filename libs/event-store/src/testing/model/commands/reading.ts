import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { TYPES } from '../drafts';
import { demand } from '../violation';
import { which } from './sending';
import { step } from './step';

export const types = fc.option(fc.subarray([...TYPES, 'Never']), { nil: undefined });

/** Reads a range of a stream, which may be empty or lie beyond its end. */
export const readStream = fc
  .record({
    process: which,
    stream: fc.nat({ max: 2 }),
    range: fc.record({ from: fc.nat({ max: 8 }), limit: fc.nat({ max: 8 }) }, { requiredKeys: [] }),
  })
  .map(({ process, stream, range }) =>
    step('read stream', { process, stream, range }, async (model, world) => {
      const name = model.streams[stream] ?? '';
      const { from = 0, limit = Infinity } = range;
      const due = model.stream(name).slice(from, from + limit);
      const read = await world.store(process).readStream(name, range);
      demand(
        'reading',
        isDeepStrictEqual(read, due),
        `of ${due.length} events ${read.length} were read otherwise`,
      );
    }),
  );

/** Reads a page from anywhere. */
export const readPage = fc
  .record({ process: which, pick: fc.nat({ max: 50 }), types, limit: fc.integer({ min: 1, max: 12 }) })
  .map(({ process, pick, types, limit }) =>
    step('read page', { process, pick, types, limit }, async (model, world) => {
      const after = model.places[pick % model.places.length];
      const rest = model.after(after);
      const examined = rest.slice(0, limit);
      const due = {
        events: examined.filter(({ header }) => types === undefined || types.includes(header.type)),
        scannedTo: examined.at(-1)?.position ?? after,
        atHead: examined.length === rest.length,
      };
      const page = await world.store(process).readPage({ after, types, limit });
      demand('reading', isDeepStrictEqual(page, due), `the page after ${String(after)} was read otherwise`);
    }),
  );
