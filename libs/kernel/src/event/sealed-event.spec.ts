import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson } from '../canonical-json';
import type { JsonObject } from '../json';
import { someHeader } from '../testing';
import { headerText, InvalidHeader, MAX_HEADER_BYTES, parseHeader, type EventHeader } from './header';
import { InvalidPayload, payloadData, payloadHash, sealPayload } from './payload';
import { leafHash, seal } from './sealed-event';

const salt = () => Buffer.alloc(32, 7).toString('base64');
const sha256 = (...parts: readonly (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

const payloadText = (data: JsonObject, newSalt: () => string) => sealPayload('sha256', data, newSalt).text;

const headerWithout = (name: keyof EventHeader) =>
  Object.fromEntries(Object.entries(someHeader()).filter(([field]) => field !== name));

describe('event header', () => {
  it('has one text, which reads back to the same header', () => {
    const header = someHeader({
      basis: [
        { policy: 'p', clause: '1' },
        { statute: 's', version: 'v', article: 'a' },
      ],
    });
    expect(parseHeader(headerText(header))).toEqual(header);
  });

  it('is written in canonical JSON (RFC 8785), whatever it says', () => {
    const said = fc.string({ unit: 'grapheme', minLength: 1 });
    const basis = fc.oneof(
      fc.record({ policy: said, clause: said }),
      fc.record({ statute: said, version: said, article: said }),
    );
    const changes = fc.record({ stream: said, case: fc.option(said), rev: fc.nat(), basis: fc.array(basis) });
    fc.assert(
      fc.property(changes, (change) => {
        const header = someHeader(change);
        expect(headerText(header)).toBe(canonicalJson(header as unknown as JsonObject));
      }),
    );
  });

  it.each([
    ['a string that is not Unicode', { ...someHeader(), stream: '\ud800' }],
    ['an unknown field', { ...someHeader(), note: 'x' }],
    ['an unknown actor field', { ...someHeader(), actor: { ...someHeader().actor, name: 'x' } }],
    ['a missing field', headerWithout('cause')],
    ['a fraction', { ...someHeader(), rev: 1.5 }],
    ['a number beyond the safe integers', { ...someHeader(), rev: 2 ** 53 }],
    ['an unknown version', { ...someHeader(), v: 2 }],
    ['an id that is no UUIDv7', { ...someHeader(), id: '00000000-0000-4000-8000-000000000000' }],
    ['an unknown party', { ...someHeader(), actor: { ...someHeader().actor, party: 'president' } }],
    ['an unknown source', { ...someHeader(), source: 'rumour' }],
    ['a basis that is neither clause nor article', { ...someHeader(), basis: [{ statute: 's' }] }],
    ['a list', []],
    ['null', null],
  ])('refuses %s', (_, value) => {
    expect(() => parseHeader(JSON.stringify(value))).toThrow(InvalidHeader);
  });

  it('refuses every other spelling of the same header', () => {
    const text = headerText(someHeader());
    expect(() => parseHeader(` ${text}`)).toThrow(InvalidHeader);
    expect(() => parseHeader(text.replace('黔', '\\u9ed4'))).toThrow(InvalidHeader);
    expect(() => parseHeader(text.replace('{', '{"v":1,'))).toThrow(InvalidHeader);
  });

  it('is at most 65,535 bytes long', () => {
    const room = MAX_HEADER_BYTES - headerText(someHeader({ stream: 'x' })).length - 2;
    const fits = { stream: 'x'.repeat(room - 20) };
    expect(() => headerText(someHeader(fits))).not.toThrow();
    expect(() => headerText(someHeader({ stream: '案'.repeat(room / 3 + 10) }))).toThrow(InvalidHeader);
  });
});

describe('payload commitment', () => {
  it('is H(0x03 ‖ sorted dᵢ) with dᵢ = H(0x02 ‖ canonical [salt, name, value])', () => {
    const fields = [
      ['a', 1],
      ['b', '二'],
    ] as const;
    const digests = fields.map(([name, value]) =>
      sha256(Uint8Array.of(2), canonicalJson([salt(), name, value])),
    );
    const expected = sha256(Uint8Array.of(3), ...digests.sort(Buffer.compare)).toString('hex');
    const payload = sealPayload('sha256', { b: '二', a: 1 }, salt);
    expect([payload.hash, payloadHash('sha256', payload.text)]).toEqual([expected, expected]);
  });

  it('still holds when a field is withheld, and then shows nothing of it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (data, at) => {
        const text = payloadText(data, salt);
        const lines = text.split('\n');
        const index = at % lines.length;
        const withheld = lines
          .with(index, sha256(Uint8Array.of(2), lines[index] ?? '').toString('hex'))
          .join('\n');
        expect(payloadHash('sha256', withheld)).toBe(payloadHash('sha256', text));
        expect(Object.keys(payloadData(withheld))).toHaveLength(lines.length - 1);
      }),
    );
  });

  it('changes with every value, name and salt', () => {
    const of = (data: JsonObject, filler = 7) =>
      payloadHash(
        'sha256',
        payloadText(data, () => Buffer.alloc(32, filler).toString('base64')),
      );
    expect(new Set([of({ a: 1 }), of({ a: 2 }), of({ b: 1 }), of({ a: 1 }, 8), of({})]).size).toBe(5);
  });

  it('gives the data back', () => {
    const data = { text: '甲\n乙', list: [1, { x: null }], absent: undefined };
    expect(payloadData(payloadText(data, salt))).toEqual({ text: '甲\n乙', list: [1, { x: null }] });
    expect(payloadData(payloadText({}, salt))).toEqual({});
  });

  it('gives back a field of any name', () => {
    const data = JSON.parse('{"__proto__":1,"constructor":2}') as JsonObject;
    expect(Object.entries(payloadData(payloadText(data, salt)))).toEqual(Object.entries(data));
  });

  it('refuses a field given twice', () => {
    const line = payloadText({ a: 1 }, salt);
    expect(() => payloadData(`${line}\n${line}`)).toThrow(InvalidPayload);
  });
});

describe('leaf hash', () => {
  it('is H(0x00 ‖ bytes), as the RFC 6962 test vectors have it', () => {
    expect(leafHash('sha256', '')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });

  it('is SM3 where the log says so', () => {
    // GM/T 0004-2012 appendix A.1 gives SM3("abc"); the leaf of "" is SM3 of one zero byte.
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
    expect(leafHash('sm3', '')).toBe(createHash('sm3').update(Uint8Array.of(0)).digest('hex'));
  });

  it('of a sealed event covers its header and, through it, its payload', () => {
    const sealed = seal('sha256', someHeader(), { a: 1 }, salt);
    expect(sealed.leafHash).toBe(leafHash('sha256', sealed.headerText));
    expect(parseHeader(sealed.headerText).payloadHash).toBe(payloadHash('sha256', sealed.payloadText));
    expect(seal('sha256', someHeader(), { a: 2 }, salt).leafHash).not.toBe(sealed.leafHash);
  });
});
