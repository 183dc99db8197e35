import fc from 'fast-check';
import { Problem } from '../problem/problem';
import { checkJsonBody, MAX_JSON_DEPTH, MAX_JSON_MEMBERS, MAX_JSON_VALUES } from './json-body';

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 'leaf');

describe('the check of a JSON body', () => {
  it('lets ordinary JSON pass', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), (value) => {
        fc.pre(!JSON.stringify(value).includes('\\u'));
        expect(() => checkJsonBody(value)).not.toThrow();
      }),
    );
  });

  it.each([
    ['a null character in a value', { a: 'x\u0000' }],
    ['a null character in a name', { 'x\u0000': 1 }],
    ['a lone surrogate', { a: ['\ud800'] }],
    ['a number beyond a double', JSON.parse('{"a":1e400}')],
    [
      'an object of too many members',
      Object.fromEntries(Array.from({ length: MAX_JSON_MEMBERS + 1 }, (_, n) => [n, n])),
    ],
    ['too many values', { list: Array(MAX_JSON_VALUES).fill(0) }],
    ['one level too many', nested(MAX_JSON_DEPTH + 1)],
    ['a depth that would overflow a recursive reader', nested(300_000)],
  ])('refuses %s', (_, body) => {
    expect(() => checkJsonBody(body)).toThrow(Problem);
  });

  it('lets the deepest allowed nesting pass', () => {
    expect(() => checkJsonBody(nested(MAX_JSON_DEPTH))).not.toThrow();
  });
});
