import fc from 'fast-check';
import { isInstant } from '@liuhen/kernel';
import { isText, isWhole, pageOf, readCursor } from './paging';

const encoded = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

describe('paging', () => {
  it('gives every row once, whatever the page size', () => {
    const rows = Array.from({ length: 17 }, (_, id) => ({ id }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (limit) => {
        const seen: number[] = [];
        let cursor: string | undefined;
        do {
          const [after = -1] = readCursor(cursor, [isWhole]) ?? [];
          const page = pageOf(rows.filter(({ id }) => id > after).slice(0, limit + 1), limit, ({ id }) => [
            id,
          ]);
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(seen).toEqual(rows.map(({ id }) => id));
      }),
    );
  });

  it.each([
    ['text for a number', encoded(['x'])],
    ['a number beyond the integers', encoded([1e300])],
    ['too many parts', encoded([1, 2])],
    ['no list', encoded({ length: 1, 0: 1 })],
    ['no JSON', 'ÿÿ'],
    ['nothing', ''],
  ])('refuses a cursor of %s', (_, cursor) => {
    expect(() => readCursor(cursor, [isWhole])).toThrow('分页游标无效');
  });

  it('refuses a moment that is none and text that no database stores', () => {
    expect(() => readCursor(encoded(['2026-13-01T00:00:00.000Z', 'x']), [isInstant, isText])).toThrow('游标');
    expect(() => readCursor(encoded(['2026-03-01T00:00:00.000Z', 'x\0']), [isInstant, isText])).toThrow(
      '游标',
    );
    expect(readCursor(encoded(['2026-03-01T00:00:00.000Z', 'x']), [isInstant, isText])).toEqual([
      '2026-03-01T00:00:00.000Z',
      'x',
    ]);
  });
});
