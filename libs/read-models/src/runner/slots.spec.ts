import { setImmediate } from 'node:timers/promises';
import { Slots } from './slots';

it('lets so many work at once, the others in their order, also after a failure', async () => {
  const slots = new Slots(2);
  const begun: number[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const work = (number: number) =>
    slots.run(async () => {
      begun.push(number);
      await new Promise<void>((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())));
      return number;
    });
  const all = Promise.allSettled([1, 2, 3, 4, 5].map(work));
  await setImmediate();
  expect(begun).toEqual([1, 2]);
  ends[1]?.(new Error('failed'));
  await setImmediate();
  expect(begun).toEqual([1, 2, 3]);
  ends[0]?.();
  ends[2]?.();
  await setImmediate();
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  ends[3]?.();
  ends[4]?.();
  expect((await all).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  await expect(slots.run(() => Promise.resolve('free again'))).resolves.toBe('free again');
});
