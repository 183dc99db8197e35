import { progressOf } from './progress';

const HALF = { done: 500, total: 1_000, doneAtClaim: 0, elapsedSeconds: 10 };

it('reckons the time left from the pace of the present owner', () => {
  expect(progressOf(HALF)).toEqual({ done: 500, total: 1_000, rate: 50, etaSeconds: 10 });
  expect(progressOf({ ...HALF, doneAtClaim: 400 })).toMatchObject({ rate: 10, etaSeconds: 50 });
});

it('promises nothing while nothing moves', () => {
  expect(progressOf({ ...HALF, elapsedSeconds: 0 })).toMatchObject({ rate: 0, etaSeconds: undefined });
  expect(progressOf({ ...HALF, doneAtClaim: 500 })).toMatchObject({ rate: 0, etaSeconds: undefined });
});

it('needs no more time when all is done', () => {
  expect(progressOf({ ...HALF, done: 1_000 })).toMatchObject({ done: 1_000, total: 1_000, etaSeconds: 0 });
  expect(progressOf({ done: 0, total: 0, doneAtClaim: 0, elapsedSeconds: 0 })).toMatchObject({
    etaSeconds: 0,
  });
});

it('never has done more than all, though the total was read before', () => {
  expect(progressOf({ ...HALF, done: 1_001 })).toMatchObject({ done: 1_001, total: 1_001, etaSeconds: 0 });
});
