import type { Position, SealedEvent, StoredEvent } from '@liuhen/kernel';
import { BrokenChain, WrongRevision } from '../errors';
import { requestFor, sealedChain, TEST_LOG } from '../testing';
import { Appender, type AppenderParts } from './appender';
import { KnownEvents } from './known-events';

const stored = (event: SealedEvent, index: number): StoredEvent => ({
  ...event,
  position: `business:${index + 1}` as Position,
});

/** An appender whose stream is read as it was before another's append, the last revision as it is after. */
function beside(before: readonly SealedEvent[], after: readonly SealedEvent[]): Appender {
  const states = [before, after];
  const reader = {
    readStream: async (_: string, { from = 0 }: { from?: number }) =>
      (states.length > 1 ? states.shift() : after)?.map(stored).filter(({ header }) => header.rev >= from) ??
      [],
    lastRevision: async () => after.length - 1,
  };
  const calls = {
    silenceMs: 1_000,
    append: async () => {
      throw new Error('nothing is to be sent');
    },
  };
  return new Appender({
    calls,
    reader,
    names: { of: (stream: string) => stream },
    identity: TEST_LOG,
    known: new KnownEvents(),
    maxSkewMs: 10_000,
    maxAppendSize: 1_000_000,
  } as unknown as AppenderParts);
}

describe('an append to a stream that moves on while it is looked at', () => {
  const [first, second] = sealedChain(2);
  const another = sealedChain(2, { seed: 'another' })[1];
  if (!first || !second || !another) throw new RangeError('a chain of two');

  it('is judged again where the stream has come to what it expects', async () => {
    const third = sealedChain(1, { after: another });
    const append = beside([first], [first, second]).append(requestFor(third), 1_000);
    await expect(append).rejects.toThrow(BrokenChain);
  });

  it('is told where the stream is, where that is elsewhere', async () => {
    const fourth = sealedChain(1, { after: sealedChain(3)[2] });
    const append = beside([first], [first, second]).append(requestFor(fourth), 1_000);
    await expect(append).rejects.toMatchObject(new WrongRevision('case-test', 2, 1));
  });
});
