import { fuzz } from './support/fuzz';
import { TwoCourts } from './support/two-courts';

/** Another one is tried with FUZZ_SEED; a failure prints the path to the request beside it. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_126);

describe('hostile requests over every route', () => {
  let courts: TwoCourts;
  beforeAll(async () => {
    courts = await TwoCourts.start();
  });
  afterAll(() => courts.close());

  it(`are all answered by what is known, and tell nothing of another court (seed ${String(SEED)})`, async () => {
    await fuzz(courts, SEED, 20_000);
  });
});
