import fc from 'fast-check';
import { types } from './reading';
import { which } from './sending';
import { step } from './step';

/** Begins anywhere in what is there. */
export const subscribe = fc.record({ process: which, pick: fc.nat({ max: 50 }), types }).map((drawn) =>
  step('subscribe', drawn, async (model, world) => {
    const after = model.places[drawn.pick % model.places.length];
    world.subscribe(drawn.process, { after, types: drawn.types }, model);
    await world.log.moments(1);
  }),
);

/** Begins after any item that an earlier subscriber was given, which itself goes on. */
export const resume = fc
  .record({ process: which, earlier: fc.nat({ max: 10 }), pick: fc.nat({ max: 50 }) })
  .map((drawn) =>
    step('resume', drawn, async (model, world) => {
      const earlier = world.subscribers[drawn.earlier % Math.max(world.subscribers.length, 1)];
      if (!earlier) return;
      await earlier.catchUp(model, world.patienceMs);
      const after = earlier.places[drawn.pick % earlier.places.length];
      world.subscribe(drawn.process, { ...earlier.subscribed, after }, model);
    }),
  );
