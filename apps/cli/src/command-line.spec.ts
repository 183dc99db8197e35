import { command } from './command';
import { readCommandLine } from './command-line';
import { CommandFailure } from './exit-codes';

const sample = command({
  name: 'sample',
  summary: '示例',
  positionals: ['案号'],
  options: {
    until: { type: 'string', value: '时间', about: '截至' },
    json: { type: 'boolean', about: '以 JSON 输出' },
  },
  notes: [],
  exits: [],
  run: () => Promise.resolve('ok'),
});
const read = (...args: readonly string[]) => readCommandLine(sample, args);

describe('a command line', () => {
  it('gives the options by name and the rest in order', () => {
    expect(read('（2016）晋08刑终427号', '--until', '2016-12-31', '--json')).toMatchObject({
      options: { until: '2016-12-31', json: true },
      positionals: ['（2016）晋08刑终427号'],
    });
  });

  it('may have the options before the rest, and values behind an equals sign', () => {
    expect(read('--until=2016-12-31', '--', '--x')).toMatchObject({
      options: { until: '2016-12-31' },
      positionals: ['--x'],
    });
  });

  it('may lack what stands in brackets', () => {
    const optional = { ...sample, positionals: ['[案号]'] };
    expect(readCommandLine(optional, ['--json'])).toMatchObject({ positionals: [] });
    expect(() => readCommandLine(optional, ['甲', '乙'])).toThrow('多余的参数 乙');
  });

  it.each(['--help', '-h'])('asks for help with %s, whatever else it has', (flag) => {
    expect(read(flag, '--unknown')).toBeUndefined();
  });

  it.each([
    ['没有选项 --untill', ['案', '--untill', '2016-12-31']],
    ['没有选项 -x', ['案', '-x']],
    ['没有选项 --toString', ['案', '--toString']],
    ['选项 --until 须带值：--until 时间', ['案', '--until']],
    ['选项 --until 须带值', ['案', '--until', '--json']],
    ['选项 --until 须带值', ['案', '--until=']],
    ['选项 --json 不带值', ['案', '--json=yes']],
    ['缺少参数 案号', ['--json']],
    ['多余的参数 乙', ['甲', '乙']],
  ])('is refused with what is wrong and where to look: %s', (sentence, args) => {
    const reading = () => read(...args);
    expect(reading).toThrow(sentence);
    expect(reading).toThrow('npx liuhen sample --help');
    expect(reading).toThrow(CommandFailure);
  });
});
