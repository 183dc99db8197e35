import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf, utf8 } from '@liuhen/ledger';
import { PageFile } from './page-file';

const IDS = ['', 'a', 'b', 'c/0', '各流'];

describe('a file of pages', () => {
  let directory = '';
  let path = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'liuhen-pages-'));
    path = join(directory, 'pages');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const using = <Result>(use: (pages: PageFile) => Result, compactFrom?: number): Result => {
    const pages = new PageFile(path, compactFrom);
    try {
      return use(pages);
    } finally {
      pages.close();
    }
  };
  const commit = (pages: PageFile, ...texts: readonly (readonly [string, string])[]) =>
    pages.commit(new Map(texts.map(([id, text]) => [id, utf8(text)])));
  const all = (pages: PageFile) => {
    const found = IDS.map((id) => [id, pages.read(id)] as const);
    return Object.fromEntries(found.flatMap(([id, page]) => (page ? [[id, textOf(page)]] : [])));
  };

  it('holds what was committed last, after it was opened again too', () => {
    using((pages) => {
      commit(pages, ['a', 'one'], ['b', 'two'], ['', '三']);
      commit(pages, ['a', 'another'], ['b', '']);
      expect(all(pages)).toEqual({ a: 'another', '': '三' });
    });
    expect(using(all)).toEqual({ a: 'another', '': '三' });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('holds whole commits only, wherever it was cut off or damaged, and goes on from there', () => {
    const states = [{}, { a: '1', b: '1' }, { a: '2', b: '1' }, { a: '2', b: '3' }];
    using((pages) => {
      commit(pages, ['a', '1'], ['b', '1']);
      commit(pages, ['a', '2']);
      commit(pages, ['b', '3']);
    });
    const content = readFileSync(path);
    const damages = [...content.keys()].flatMap((at) => [
      () => truncateSync(path, at),
      () => {
        const changed = Buffer.from(content);
        changed.writeUInt8((content[at] ?? 0) ^ 0x80, at);
        writeFileSync(path, changed);
      },
    ]);
    for (const damage of damages) {
      writeFileSync(path, content);
      damage();
      expect(states.slice(0, 3)).toContainEqual(using(all));
    }
    const before = using(all);
    using((pages) => commit(pages, ['c/0', 'on']));
    expect(using(all)).toEqual({ ...before, 'c/0': 'on' });
  });

  it('is as the sum of its commits, however often it is written anew and opened', () => {
    const page = fc.tuple(fc.constantFrom(...IDS), fc.constantFrom('', 'x', 'y'.repeat(50)));
    const step = fc.record({
      pages: fc.uniqueArray(page, { selector: ([id]) => id, maxLength: 4 }),
      reopen: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        rmSync(path, { force: true });
        const model = new Map<string, string>();
        let pages = new PageFile(path, 300);
        for (const { pages: texts, reopen } of steps) {
          commit(pages, ...texts);
          for (const [id, text] of texts)
            if (text === '') model.delete(id);
            else model.set(id, text);
          if (reopen) {
            pages.close();
            pages = new PageFile(path, 300);
          }
          expect(all(pages)).toEqual(Object.fromEntries(model));
        }
        pages.close();
        expect(statSync(path).size).toBeLessThan(1_000);
      }),
      { numRuns: 30 },
    );
  });
});
