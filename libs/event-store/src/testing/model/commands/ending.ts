import fc from 'fast-check';
import { attemptsOf, sendings, which } from './sending';
import { step } from './step';

/** From the moment when nothing is sent yet to that when all may be answered. */
const moment = fc.nat({ max: 10 });
/** A process that is dead need not go on for the store's usual time. */
const options = { deadlineMs: 250 };

/** A process dies with appends on their way; another sends them again, for nobody knows what became of them. */
export const crash = fc.record({ process: which, drawn: sendings(1, 5), moment }).map((all) =>
  step('crash', all, async (model, world) => {
    const attempts = attemptsOf(all.drawn, model, true);
    const dying = attempts.filter(({ process }) => process === all.process);
    const living = attempts.filter(({ process }) => process !== all.process);
    for (const attempt of dying) void world.send(attempt, options);
    const answered = Promise.all(living.map((attempt) => world.send(attempt)));
    await world.log.moments(all.moment);
    for (const attempt of dying) attempt.abandon();
    await world.replace(all.process, model, (process) => process.kill());
    await answered;
    await world.settle(model, attempts);
  }),
);

/** A process ends in good order; what was on its way is answered before. */
export const restart = fc.record({ process: which, drawn: sendings(0, 5) }).map((all) =>
  step('restart', all, async (model, world) => {
    const attempts = attemptsOf(all.drawn, model, false);
    const answered = Promise.all(attempts.map((attempt) => world.send(attempt)));
    await world.replace(all.process, model, (process) => process.stop());
    await answered;
    await world.settle(model, attempts);
  }),
);

/** The server dies with appends on their way and comes back; the processes live on. */
export const crashServer = fc.record({ drawn: sendings(1, 8), moment }).map((all) =>
  step('crash the server', all, async (model, world) => {
    const attempts = attemptsOf(all.drawn, model, true);
    const answered = Promise.all(attempts.map((attempt) => world.send(attempt)));
    await world.log.moments(all.moment);
    await world.log.crashServer?.();
    await answered;
    await world.reachable();
    await world.settle(model, attempts);
  }),
);
