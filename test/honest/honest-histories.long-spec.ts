import { chance, drawSeed, oneOf, type Chance } from '../support/chance';
import { CASES, Court } from './support/court';
import { HonestLog } from './support/honest-log';

/** How many histories are made up; 20 take a minute and a half. */
const HISTORIES = Number(process.env.LIUHEN_POSTGRES_HISTORIES ?? 10);
const PATIENCE_MS = 120_000;
/** Of which the log knows nothing. */
const ABSENT_CASE = '（2026）黔0102民初99号';

type Happening = (log: HonestLog, court: Court) => Promise<unknown>;

/** What may happen to a log, beside that it grows. */
const HAPPENINGS: Readonly<Record<string, Happening>> = {
  'the notary is killed at work': (log, court) => Promise.all([court.work(), log.killNotary()]),
  'everything is restarted': (log) => log.restart(),
  'the key is changed': (log) => log.rotateKey(),
  'a field is erased by law': (_, court) => court.redact(),
  'a backup is put back': (log, court) => log.restoreDrill(() => court.work()),
};
const NAMES = Object.keys(HAPPENINGS) as [string, ...string[]];

/** Three to five, in any order, some more than once. */
const plotOf = (random: Chance): readonly string[] =>
  Array.from({ length: 3 + Math.floor(random() * 3) }, () => oneOf(random, NAMES));

const draw = chance(drawSeed());
const PLOTS = Array.from({ length: HISTORIES }, (_, at) => {
  const random = chance(Math.ceil(draw() * 2 ** 31));
  return { at, plot: plotOf(random), random };
});

/** @returns the log as it is in the end, with nothing under way */
async function played({ plot, random }: (typeof PLOTS)[number]): Promise<HonestLog> {
  const log = await HonestLog.open();
  const court = new Court(log, random);
  for (const happening of plot) {
    await court.work();
    await HAPPENINGS[happening]?.(log, court);
  }
  await court.work();
  await log.untilSettled();
  return log;
}

describe('an honest history on PostgreSQL', () => {
  it.concurrent.each(PLOTS)(
    'raises no alarm: number $at, $plot',
    async (history) => {
      const log = await played(history);
      expect(await log.alarms([...CASES, ABSENT_CASE])).toEqual([]);
      await log.close();
    },
    PATIENCE_MS,
  );

  it(
    'raises one where it is no longer honest',
    async () => {
      const random = chance(1);
      const log = await played({ at: 0, plot: ['everything is restarted'], random });
      await log.tamper(`update log_business.events set header = replace(header, 'p-judge', 'p-other')`);
      await log.tamper(`update ledger.trees set heads_streams = heads_streams + 1`);
      expect(await log.alarms(CASES)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: 'leaf-mismatch' }),
          expect.objectContaining({ kind: 'heads-mismatch' }),
          expect.objectContaining({ outcome: 'tampered' }),
        ]),
      );
      await log.close();
    },
    PATIENCE_MS,
  );
});
