import { ApiProblem } from '../client/api-problem';
import { CommandFailure } from '../exit-codes';
import { Importer, type ImportProgress } from './importer';
import { linesOf } from './lines';

const line = (id: string, number: string | null = null, disposition: string | null = '维持') =>
  JSON.stringify({ id, caseType: '民事', proceedings: [{ caseNo: number, stage: '一审', disposition }] });

/** Acknowledges as the server does: a key that it knows adds nothing. */
class FakeApi {
  readonly stored = new Map<string, object>();
  refuse: (body: object) => Error | undefined = () => undefined;

  post = (path: string, key: string, body: object) => {
    const refusal = this.refuse(body);
    if (refusal) return Promise.reject(refusal);
    const replayed = this.stored.has(key);
    this.stored.set(key, { path, ...body });
    const position = `p${String(this.stored.size)}`;
    return Promise.resolve({ stream: 'case-x', position, events: [{}], replayed });
  };
}

async function* fileOf(lines: readonly string[]) {
  yield Buffer.from(lines.join('\n'));
}

const importInto = (
  api: FakeApi,
  lines: readonly string[],
  onProgress: (progress: ImportProgress) => void = () => undefined,
) => new Importer(api, onProgress).run(linesOf(fileOf(lines)));

const problem = (status: number) =>
  new ApiProblem('不行', { status, code: 'a-code', law: [], retryAfter: undefined });

describe('an import', () => {
  it('counts what it added', async () => {
    const summary = await importInto(new FakeApi(), [line('A'), line('B', null, null)]);
    expect(summary).toEqual({ cases: 2, proceedings: 2, events: 3, skipped: 0, rejected: [] });
  });

  it('adds nothing the second time', async () => {
    const api = new FakeApi();
    await importInto(api, [line('A'), line('B')]);
    expect(await importInto(api, [line('A'), line('B')])).toMatchObject({ cases: 2, events: 0, skipped: 2 });
    expect(api.stored.size).toBe(4);
  });

  it('adds what is missing after a run that was cut off', async () => {
    const whole = new FakeApi();
    await importInto(whole, [line('A'), line('B')]);
    for (let cut = 0; cut < whole.stored.size; cut++) {
      const api = new FakeApi();
      api.refuse = () => (api.stored.size === cut ? new CommandFailure('unreachable', '断了') : undefined);
      await expect(importInto(api, [line('A'), line('B')])).rejects.toThrow('断了');
      api.refuse = () => undefined;
      await importInto(api, [line('A'), line('B')]);
      expect(new Set(api.stored.keys())).toEqual(new Set(whole.stored.keys()));
    }
  });

  it('rejects a bad line with its number and reason and takes the others', async () => {
    const summary = await importInto(new FakeApi(), ['{', line('A'), '', '{"id":"B"}', line('C')]);
    expect(summary).toMatchObject({ cases: 2, proceedings: 2 });
    expect(summary.rejected).toEqual([
      { line: 1, reason: '不是合格的 JSON' },
      { line: 4, reason: expect.stringContaining('caseType') },
    ]);
  });

  it('rejects a second line of one id, and names the first', async () => {
    const { cases, rejected } = await importInto(new FakeApi(), [
      line('A'),
      line('A', '（2020）黔0102民初1号'),
    ]);
    expect(cases).toBe(1);
    expect(rejected).toEqual([{ line: 2, reason: '编号 A 与第 1 行重复' }]);
  });

  it.each([400, 404, 409, 422])(
    'rejects the line whose content is refused with %d, with proceeding and reason',
    async (status) => {
      const api = new FakeApi();
      api.refuse = (body) => (JSON.stringify(body).includes('民初7号') ? problem(status) : undefined);
      const summary = await importInto(api, [line('A', '（2020）黔0102民初7号'), line('B')]);
      expect(summary).toMatchObject({
        cases: 1,
        rejected: [{ line: 1, reason: '第 1 件（（2020）黔0102民初7号）：不行' }],
      });
    },
  );

  it.each([401, 403, 500, 503])(
    'ends with the problem when the refusal %d does not concern the line',
    async (status) => {
      const api = new FakeApi();
      api.refuse = () => problem(status);
      await expect(importInto(api, [line('A'), line('B')])).rejects.toMatchObject({ status });
    },
  );

  it('gives the commands of one history in their order while others are on their way', async () => {
    const api = new FakeApi();
    await importInto(
      api,
      Array.from({ length: 30 }, (_, index) => line(`H${String(index)}`)),
    );
    const kinds = new Map<string, string[]>();
    for (const key of api.stored.keys()) {
      const [, source = '', , kind = ''] = key.split('-');
      kinds.set(source, [...(kinds.get(source) ?? []), kind]);
    }
    expect(kinds.size).toBe(30);
    for (const order of kinds.values()) expect(order).toEqual(['registration', 'disposition']);
  });

  it('tells how far it is, up to the end of the file', async () => {
    const told: ImportProgress[] = [];
    const lines = [line('A'), '{', line('B')];
    await importInto(new FakeApi(), lines, (progress) => told.push(progress));
    expect(told.at(-1)).toMatchObject({ cases: 2, rejected: 1, readTo: Buffer.byteLength(lines.join('\n')) });
  });
});
