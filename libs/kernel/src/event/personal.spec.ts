import type { EventTypes, Position, StoredEvent } from '../index';
import { someHeader } from '../testing';
import { payloadData, payloadHash, withheldDigests } from './payload';
import { withoutPersonal } from './personal';
import { seal } from './sealed-event';

const TYPES = {
  Registered: {
    schema: 1,
    erasable: { cause: { title: '案由', reads: null }, source: { title: '出处', reads: null } },
  },
  Formed: { schema: 1 },
} as unknown as EventTypes;

const stored = (type: string, data: object): StoredEvent => ({
  ...seal('sha256', someHeader({ type }), { ...data }, () => 'salt'),
  position: '1' as Position,
});

describe('an event without personal data', () => {
  const event = stored('Registered', { cause: '离婚纠纷', stage: 'first' });
  const without = withoutPersonal('sha256', TYPES, event);

  it('shows all that is not personal, and says what is left out', () => {
    expect(without && payloadData(without.event.payloadText)).toEqual({ stage: 'first' });
    expect(without?.masked.titles).toEqual(['案由']);
  });

  it('still is what its header commits to', () => {
    expect(without && payloadHash('sha256', without.event.payloadText)).toBe(event.header.payloadHash);
    expect(without && withheldDigests(without.event.payloadText)).toEqual(without?.masked.digests);
  });

  it.each([
    ['of a type without any', stored('Formed', { cause: '离婚纠纷' })],
    ['of an unknown type', stored('toString', { cause: '离婚纠纷' })],
    ['that has none', stored('Registered', { stage: 'first' })],
  ])('is the event as it is, for one %s', (_, whole) => {
    expect(withoutPersonal('sha256', TYPES, whole)).toBeUndefined();
  });

  it('does not count what was taken away for good before', () => {
    expect(without && withoutPersonal('sha256', TYPES, without.event)).toBeUndefined();
  });
});
