import { ApiProblem } from '../client/api-problem';
import { Rehearsal } from './rehearsal';
import { readScene, type Scene } from './script';

const refusal = (code: string) =>
  new ApiProblem('不行', { status: 422, code, law: [], retryAfter: undefined });

function played() {
  const asked: unknown[] = [];
  const answers: (ApiProblem | undefined)[] = [];
  let replayed = false;
  const replays = () => (replayed = true);
  const rehearsal = new Rehearsal(
    'story',
    (person) => ({
      post: async (path, key, body) => {
        asked.push([person, path, key, body]);
        const problem = answers.shift();
        if (problem) throw problem;
        return { stream: 'matter-0189', position: 'p', events: [], replayed };
      },
      upload: async (path, key, type, text) => {
        asked.push([person, path, key, type, text]);
        return { sha256: 'abc' };
      },
    }),
    '2026-03-02',
  );
  return { rehearsal, asked, answers, replays };
}

const scene = (line: object): Scene => readScene(7, JSON.stringify(line));

describe('a line of a script', () => {
  it.each([
    ['not JSON', 'nonsense', '不是合格的 JSON 对象'],
    ['no object', '[]', '缺少 as'],
    ['nobody', '{"tells":"t"}', '缺少 as'],
    ['nothing to do', '{"as":"a","tells":"t"}', '缺少 post'],
    ['an upload without a text', '{"as":"a","tells":"t","upload":"d","to":"/c","name":"n"}', '缺少 text'],
  ])('is refused with its number: %s', (_what, text, reason) => {
    expect(() => readScene(7, text)).toThrow(`第 7 行：${reason}`);
  });

  it('is done by whom it names, under a key of its own', async () => {
    const { rehearsal, asked } = played();
    const told = await rehearsal.play(
      scene({ as: 'a', tells: '提交', post: '/cases/{（2026）号}/reviews', body: { x: 1 } }),
    );
    expect(told).toBe('提交');
    const path = `/cases/${encodeURIComponent('（2026）号')}/reviews`;
    expect(asked).toEqual([['a', path, 'rehearsal/story/7', { x: 1 }]]);
  });

  it('may call what was uploaded before by its name', async () => {
    const { rehearsal, asked } = played();
    const draft = {
      as: 'a',
      tells: '上传',
      upload: '初稿',
      to: '/cases/{c}',
      name: '判决书.txt',
      text: '……',
    };
    await rehearsal.play(scene(draft));
    const body = { list: [{ document: { $document: '初稿' } }], other: '$today' };
    await rehearsal.play(scene({ as: 'a', tells: '提交', post: '/x', body }));
    expect(asked.at(-1)).toEqual([
      'a',
      '/x',
      'rehearsal/story/7',
      { list: [{ document: { sha256: 'abc' } }], other: '2026-03-02' },
    ]);
  });

  it('may name what it begins, for the paths of those after it', async () => {
    const { rehearsal, asked } = played();
    await rehearsal.play(scene({ as: 'a', tells: '起草', post: '/matters', calls: '函询' }));
    await rehearsal.play(scene({ as: 'b', tells: '批准', post: '/matters/{$函询}/approve' }));
    expect(asked.at(-1)).toEqual(['b', '/matters/0189/approve', 'rehearsal/story/7', {}]);
  });

  it('counts days from today', async () => {
    const { rehearsal, asked } = played();
    await rehearsal.play(
      scene({ as: 'a', tells: '答复', post: '/x', body: { due: '$today+30', on: '$today' } }),
    );
    expect(asked.at(-1)).toMatchObject([
      'a',
      '/x',
      'rehearsal/story/7',
      { due: '2026-04-01', on: '2026-03-02' },
    ]);
  });

  it('that must be refused tells why it was, and fails if it was not, or otherwise', async () => {
    const { rehearsal, answers } = played();
    const forbidden = scene({ as: 'a', tells: '改判', post: '/x', refused: 'a-rule' });
    answers.push(refusal('a-rule'));
    expect(await rehearsal.play(forbidden)).toBe('改判——拒绝：不行');
    answers.push(refusal('another'));
    await expect(rehearsal.play(forbidden)).rejects.toMatchObject({ code: 'another' });
    await expect(rehearsal.play(forbidden)).rejects.toThrow('第 7 行应被拒绝（a-rule）');
  });
  it('that must be refused may be so for another reason when the play is played again', async () => {
    const { rehearsal, answers, replays } = played();
    replays();
    await rehearsal.play(scene({ as: 'a', tells: '提交', post: '/x' }));
    answers.push(refusal('another'));
    expect(await rehearsal.play(scene({ as: 'a', tells: '改判', post: '/x', refused: 'a-rule' }))).toBe(
      '改判——拒绝：不行',
    );
  });
});
