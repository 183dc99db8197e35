import { hashOfCommand, type AskedCommand } from './asked-command';

const ASKED: AskedCommand = {
  method: 'POST',
  path: ['api', 'v1', 'cases', '（2026）黔0102民初1号', 'reviews', '1', 'concurrence'],
  body: { remark: '同意' },
};

describe('the hash of a command', () => {
  // Computed by `printf '\x10{"body":{"remark":"同意"},"method":"POST","path":["api",…]}'` and sha256sum, openssl sm3.
  it.each([
    ['sha256', '89c3ba6b28718600dba93ebf71e85a5b36749af51211b9a8c67970d32ca04ab8'],
    ['sm3', 'f2d754f0daf42b3b7dee67b5fe748d3bf0a5224d5548d0c0d0b1d4f879f0de4a'],
  ] as const)('by %s is what anybody computes', (algorithm, hash) => {
    expect(hashOfCommand(algorithm, ASKED)).toBe(hash);
  });

  it.each<[string, Partial<AskedCommand>]>([
    ['another word', { body: { remark: '同 意' } }],
    ['nothing said', { body: null }],
    ['another way of asking', { method: 'PUT' }],
    ['another place', { path: [...ASKED.path.slice(0, -1), 'recusal'] }],
    ['a slash instead of a new segment', { path: [...ASKED.path.slice(0, -2), '1/concurrence'] }],
  ])('is another for %s', (_, change) => {
    expect(hashOfCommand('sha256', { ...ASKED, ...change })).not.toBe(hashOfCommand('sha256', ASKED));
  });
});
