import { headerText, type EventHeader } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { toHex, utf8 } from '../bytes';
import { nodeSuite } from '../suites/node/node-suite';
import { entryOf, replayHeaders, type Entry, type StreamHead } from './header-replay';

const hash = nodeSuite.hash('sha256');
const AT = '2026-03-01T01:00:00.000Z';
const rules = { log: 'test.invalid/business', skewMs: 10_000, now: '2026-03-01T02:00:00.000Z' };

const entry = (changes: Partial<EventHeader>): Entry => entryOf(hash, utf8(headerText(someHeader(changes))));
const leafOf = ({ leaf }: Entry): string => toHex(leaf);
const given = (
  before: { readonly size: number; readonly latest: string | null },
  heads: Record<string, StreamHead>,
) => ({
  when: (...entries: readonly Entry[]) =>
    replayHeaders(rules, before, new Map(Object.entries(heads)), entries),
});

const last: StreamHead = { rev: 4, leaf: 'a'.repeat(64), recordedAt: AT };
const next = { stream: 'case-a', rev: 5, prev: last.leaf };
const afterTen = given({ size: 10, latest: AT }, { 'case-a': last });

describe('replaying headers', () => {
  it('follows streams from their first event, several at once', () => {
    const first = entry({ stream: 'case-b' });
    const second = entry({
      stream: 'case-b',
      rev: 1,
      prev: leafOf(first),
      recordedAt: '2026-03-01T01:00:05.000Z',
    });
    const other = entry({ ...next, recordedAt: '2026-03-01T01:00:02.000Z' });
    expect(afterTen.when(first, second, other)).toEqual({
      size: 13,
      latest: '2026-03-01T01:00:05.000Z',
      streams: new Map([
        ['case-b', { rev: 1, leaf: leafOf(second), recordedAt: '2026-03-01T01:00:05.000Z' }],
        ['case-a', { rev: 5, leaf: leafOf(other), recordedAt: '2026-03-01T01:00:02.000Z' }],
      ]),
    });
  });

  it('goes nowhere without entries', () => {
    expect(given({ size: 0, latest: null }, {}).when()).toEqual({
      size: 0,
      latest: null,
      streams: new Map(),
    });
  });

  it.each([
    ['2026-03-01T00:59:50.000Z', 'case-b'],
    ['2026-03-01T01:00:00.000Z', 'case-a'],
    ['2026-03-01T02:00:10.000Z', 'case-a'],
  ])('takes an event of %s in stream %s', (recordedAt, stream) => {
    const changes = stream === 'case-a' ? next : { stream };
    expect(afterTen.when(entry({ ...changes, recordedAt }))).toMatchObject({ size: 11 });
  });

  it.each([
    ['wrong-log', { ...next, log: 'test.invalid/reading' }],
    ['revision-not-next', { ...next, rev: 4 }],
    ['revision-not-next', { ...next, rev: 6 }],
    ['revision-not-next', { stream: 'case-b', rev: 1, prev: last.leaf }],
    ['previous-not-last', { ...next, prev: 'b'.repeat(64) }],
    ['previous-not-last', { ...next, prev: null }],
    ['previous-not-last', { stream: 'case-b', prev: last.leaf }],
    ['recorded-before-previous', { ...next, recordedAt: '2026-03-01T00:59:59.999Z' }],
    ['recorded-out-of-order', { stream: 'case-b', recordedAt: '2026-03-01T00:59:49.999Z' }],
    ['recorded-in-future', { ...next, recordedAt: '2026-03-01T02:00:10.001Z' }],
  ])('finds %s at its index: %j', (code, changes) => {
    expect(afterTen.when(entry({ stream: 'case-c' }), entry(changes))).toEqual({ code, index: 11 });
  });

  it.each([
    ['a space', (text: string) => `${text} `],
    ['another order', (text: string) => text.replace(/^\{(.*?),("basis".*?),/, '{$2,$1,')],
    ['a member more', (text: string) => text.replace('{', '{"a":0,')],
    ['a number spelt otherwise', (text: string) => text.replace('"v":1', '"v":1.0')],
    ['nothing', () => ''],
  ])('finds a header with %s', (_, change) => {
    const altered = entryOf(hash, utf8(change(headerText(someHeader(next)))));
    expect(afterTen.when(altered)).toEqual({ code: 'header-malformed', index: 10 });
  });

  it('finds bytes that are no text', () => {
    expect(afterTen.when(entryOf(hash, Uint8Array.of(0xff)))).toEqual({
      code: 'header-malformed',
      index: 10,
    });
  });
});
