import { readMoment } from './moment';

const read = (text: string | undefined) => readMoment('until', text);

describe('a moment on the command line', () => {
  it.each([
    ['2016-12-31', '2016-12-31'],
    ['2016-12-31 18:00', '2016-12-31T10:00:00.000Z'],
    ['2016-12-31T18:00:30.5', '2016-12-31T10:00:30.500Z'],
    ['2016-12-31T18:00Z', '2016-12-31T18:00:00.000Z'],
    ['2016-12-31T18:00:00-01:00', '2016-12-31T19:00:00.000Z'],
  ])('is read in China unless it names a zone: %s', (text, moment) => {
    expect(read(text)).toBe(moment);
  });

  it('may be left out', () => {
    expect(read(undefined)).toBeUndefined();
  });

  it.each(['', '2016', '2016-02-30', '2016-02-30 18:00', '2016-12-31 25:00', '昨天', '31.12.2016'])(
    'is refused when it is none: %s',
    (text) => {
      expect(() => read(text)).toThrow('选项 --until 须为日期或者时刻');
    },
  );
});
