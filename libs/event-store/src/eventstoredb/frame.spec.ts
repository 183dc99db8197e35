import { leafHash } from '@liuhen/kernel';
import fc from 'fast-check';
import { sealedChain } from '../testing';
import { decodeFrame, encodeFrame, FRAME_BYTES, InvalidFrame } from './frame';

const sealed = (text: string) => sealedChain(1, { data: { text }, seed: text });
const frameOf = (text: string): Buffer => Buffer.concat(sealed(text).map(encodeFrame));
const damaged = (change: (frame: Buffer) => unknown): (() => unknown) => {
  const frame = frameOf('内容');
  const changed = change(frame);
  return () => decodeFrame('sha256', Buffer.isBuffer(changed) ? changed : frame);
};

describe('a frame', () => {
  it('gives back every byte of every event', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const event of sealed(text)) expect(decodeFrame('sha256', encodeFrame(event))).toEqual(event);
      }),
    );
  });

  it('can lie anywhere in a larger buffer, as the client gives it', () => {
    const frame = frameOf('内容');
    const around = Buffer.concat([Buffer.of(9, 9, 9), frame, Buffer.of(9)]);
    const view = new Uint8Array(around.buffer, around.byteOffset + 3, frame.length);
    expect(decodeFrame('sha256', view)).toEqual(sealed('内容')[0]);
  });

  it('is longer by what it says than header and payload', () => {
    for (const event of sealed('内容'))
      expect(encodeFrame(event)).toHaveLength(
        FRAME_BYTES + Buffer.byteLength(event.headerText) + Buffer.byteLength(event.payloadText),
      );
  });

  it('is refused with any one bit of it changed', () => {
    const frame = frameOf('短');
    fc.assert(
      fc.property(fc.nat(frame.length - 1), fc.nat(7), (at, bit) => {
        const changed = Buffer.from(frame);
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
        expect(() => decodeFrame('sha256', changed)).toThrow(InvalidFrame);
      }),
      { numRuns: 500 },
    );
  });

  it('is refused with any of its end missing, or anything after it', () => {
    const frame = frameOf('短');
    fc.assert(
      fc.property(fc.nat(frame.length - 1), (length) => {
        expect(() => decodeFrame('sha256', frame.subarray(0, length))).toThrow(InvalidFrame);
      }),
    );
    expect(damaged((whole) => Buffer.concat([whole, Buffer.of(0)]))).toThrow(InvalidFrame);
  });

  it.each([
    ['nothing', () => Buffer.alloc(0), 'version'],
    ['another version', (frame: Buffer): unknown => frame.writeUInt8(2, 0), 'version 2'],
    ['another leaf hash', (frame: Buffer): unknown => frame.writeUInt8(frame.readUInt8(1) ^ 1, 1), 'hashed'],
    ['a payload that is not the header’s', withOtherPayload, 'payload'],
    ['a header in another spelling', withLooseHeader, 'not a header'],
  ] as const)('names the fault of %s', (_what, change, message) => {
    expect(damaged(change)).toThrow(message);
  });

  it('is refused by another hash algorithm than it was made with', () => {
    expect(() => decodeFrame('sm3', frameOf('内容'))).toThrow(InvalidFrame);
  });
});

function withOtherPayload(): Buffer {
  const [event] = sealed('甲');
  const [other] = sealed('乙');
  if (!event || !other) throw new Error('no event');
  return encodeFrame({ ...event, payloadText: other.payloadText });
}

/** Hashed as it is, but not in the one spelling that a header has. */
function withLooseHeader(): Buffer {
  const [event] = sealed('甲');
  if (!event) throw new Error('no event');
  const headerText = ` ${event.headerText}`;
  return encodeFrame({ ...event, headerText, leafHash: leafHash('sha256', headerText) });
}
