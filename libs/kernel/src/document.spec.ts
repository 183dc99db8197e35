import fc from 'fast-check';
import { documentsIn, isDocumentName, isDocumentReference, type DocumentReference } from './document';

const judgment: DocumentReference = {
  sha256: 'a'.repeat(64),
  sm3: 'b'.repeat(64),
  length: 1,
  name: '民事判决书.pdf',
  mediaType: 'application/pdf',
};

describe('a document reference', () => {
  it('may say more than what it needs', () => {
    expect(isDocumentReference(judgment)).toBe(true);
    expect(isDocumentReference({ ...judgment, purpose: 'draft' })).toBe(true);
  });

  it.each<[string, unknown]>([
    ['no object', 'a'.repeat(64)],
    ['nothing', null],
    ['a list', [judgment]],
    ['a digest in capitals', { ...judgment, sha256: 'A'.repeat(64) }],
    ['a digest too short', { ...judgment, sm3: 'b'.repeat(63) }],
    ['no second digest', { ...judgment, sm3: undefined }],
    ['no content', { ...judgment, length: 0 }],
    ['half a byte', { ...judgment, length: 1.5 }],
    ['no name', { ...judgment, name: '' }],
    ['a media type that is none', { ...judgment, mediaType: 'pdf' }],
    ['a media type with a line break', { ...judgment, mediaType: 'text/plain\nx' }],
  ])('is not %s', (_, value) => {
    expect(isDocumentReference(value)).toBe(false);
  });
});

describe('the name of a document', () => {
  it.each(['民事判决书（终稿）.docx', 'a', '笔录 第2页.txt', '..a', 'x'.repeat(200)])('may be %s', (name) => {
    expect(isDocumentName(name)).toBe(true);
  });

  it.each([
    '',
    '.',
    '..',
    ' ',
    ' a',
    '../a',
    '..\\a',
    'a\0',
    'a\nb',
    'a\u202egpj.exe',
    '\ud800',
    'x'.repeat(201),
  ])('may not be %j', (name) => {
    expect(isDocumentName(name)).toBe(false);
  });
});

describe('the documents that a payload names', () => {
  it('are found wherever they are, each as often as it is named', () => {
    const draft = { ...judgment, sha256: 'c'.repeat(64) };
    const data = { round: 1, draft, materials: [{ of: '庭审笔录', document: judgment }, judgment] };
    expect(documentsIn(data)).toEqual([draft, judgment, judgment]);
  });

  it('are none in whatever else a payload may hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(documentsIn(value)).toEqual([]);
      }),
    );
  });

  it('are found at any depth', () => {
    const { tree: anywhere } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.constant({ ...judgment }),
        fc.tuple(tie('tree')),
        fc.record({ x: tie('tree') }),
      ),
    }));
    fc.assert(
      fc.property(anywhere, (value) => {
        expect(documentsIn(value)).toEqual([judgment]);
      }),
    );
  });
});
