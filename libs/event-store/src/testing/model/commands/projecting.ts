import fc from 'fast-check';
import { compareWithRebuilt } from '../projection';
import { which } from './sending';
import { step } from './step';

const limit = fc.integer({ min: 1, max: 5 });

/** The live projection takes another page. */
export const project = fc.record({ process: which, limit }).map((drawn) =>
  step('project', drawn, async (_model, world) => {
    await world.live.readPage(world.store(drawn.process), drawn.limit);
  }),
);

export const rebuild = fc
  .record({ process: which, live: limit, anew: limit })
  .map((drawn) =>
    step('rebuild', drawn, (model, world) =>
      compareWithRebuilt(world.live, world.store(drawn.process), model, drawn),
    ),
  );
