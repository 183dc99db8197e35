import { someHeader } from '../testing';
import type { Message } from '../message';
import { decode, UnreadableEvent, type Position, type StoredEvent } from './event-type';
import { fieldDigests, withholdFields } from './payload';
import { seal } from './sealed-event';

type Renamed = Message<'Renamed', { name: string }>;

const stored = (type: string, schema: number, data: Record<string, string>): StoredEvent => ({
  ...seal('sha256', someHeader({ type, schema }), data, () => 'salt'),
  position: '1' as Position,
});
const types = {
  Renamed: { schema: 2, upcasts: [({ title }: { title?: unknown }) => ({ name: String(title) })] },
};

describe('reading an event', () => {
  it('gives data of the current schema as it is', () => {
    expect(decode<Renamed>(types, stored('Renamed', 2, { name: '甲' }))?.data).toEqual({ name: '甲' });
  });

  it('raises data of an earlier schema', () => {
    expect(decode<Renamed>(types, stored('Renamed', 1, { title: '甲' }))?.data).toEqual({ name: '甲' });
  });

  it('passes over types that the reader does not know', () => {
    expect(decode<Renamed>(types, stored('toString', 1, {}))).toBeUndefined();
  });

  it('gives for a withheld field what its type says, and the field itself while it is shown', () => {
    const erasable = { ...types.Renamed, erasable: { name: { title: '名称', reads: '' } } };
    const event = stored('Renamed', 2, { name: '甲', reason: '笔误' });
    const digests = fieldDigests('sha256', event.payloadText);
    const payloadText = withholdFields('sha256', event.payloadText, new Set([digests.get('name') ?? '']));
    expect(decode<Renamed>({ Renamed: erasable }, event)?.data).toEqual({ name: '甲', reason: '笔误' });
    expect(decode<Renamed>({ Renamed: erasable }, { ...event, payloadText })?.data).toEqual({
      name: '',
      reason: '笔误',
    });
    expect(decode<Renamed>(types, { ...event, payloadText })?.data).toEqual({ reason: '笔误' });
  });

  it('refuses a schema of the future', () => {
    expect(() => decode<Renamed>(types, stored('Renamed', 3, {}))).toThrow(UnreadableEvent);
  });
});
