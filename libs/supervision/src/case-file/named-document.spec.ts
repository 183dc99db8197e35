import {
  seal,
  type DocumentReference,
  type JsonValue,
  type Position,
  type Secrecy,
  type StoredEvent,
} from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import { namedDocument } from './named-document';

const SHA256 = 'a'.repeat(64);
const document = (name: string, sha256 = SHA256): DocumentReference => ({
  sha256,
  sm3: 'b'.repeat(64),
  length: 1,
  name,
  mediaType: 'application/pdf',
});
const event = (secrecy: Secrecy, field: unknown): StoredEvent => ({
  ...seal('sha256', someHeader({ secrecy }), { field: field as JsonValue }, () => 'salt'),
  position: '1' as Position,
});

describe('a document of a stream', () => {
  const stream = [
    event('open', { draft: document('open.pdf') }),
    event('inner', [{ attachment: document('inner.pdf') }]),
    event('isolated', document('isolated.pdf')),
    event('open', document('other.pdf', 'c'.repeat(64))),
  ];

  it.each<[readonly Secrecy[], string | undefined]>([
    [['open', 'inner'], 'inner.pdf'],
    [['open'], 'open.pdf'],
    [[], undefined],
  ])('is called as the last event of %j calls it', (readable, name) => {
    const events = stream.filter(({ header }) => readable.includes(header.secrecy));
    expect(namedDocument(events, SHA256)?.name).toBe(name);
  });

  it('is none that only its hash stands for', () => {
    expect(namedDocument([event('open', { sha256: SHA256, note: SHA256 })], SHA256)).toBeUndefined();
  });

  it('is none in a field that was withheld', () => {
    const [first] = stream;
    if (!first) throw new Error('no event');
    const withheld = { ...first, payloadText: 'd'.repeat(64) };
    expect(namedDocument([withheld], SHA256)).toBeUndefined();
  });
});
