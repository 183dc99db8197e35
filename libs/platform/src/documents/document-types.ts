import { Problem } from '../problem/problem';
import { contains, piecesOf, type Content } from './content';
import { zipEntries } from './zip-entries';

/** 文书格式: what may be stored, told by the content and not by what the sender says of it. */
interface DocumentType {
  readonly mediaType: string;
  /** As users call it. */
  readonly title: string;
  /** Under which a file of the type may be saved: no other program opens it. */
  readonly extensions: readonly string[];
  readonly isOf: (content: Content) => Promise<boolean>;
}

const beginsWith =
  (...beginnings: readonly (readonly number[])[]) =>
  async (content: Content): Promise<boolean> => {
    const head = await content.read(0, 8);
    return beginnings.some((beginning) => beginning.every((byte, index) => head[index] === byte));
  };

const isZip = beginsWith([0x50, 0x4b, 0x03, 0x04]);
const isCompound = beginsWith([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** GB/T 33190-2016: the entrance of an OFD package. */
const isOfd = async (content: Content): Promise<boolean> =>
  (await isZip(content)) && ((await zipEntries(content))?.includes('OFD.xml') ?? false);

/** ISO/IEC 29500; not one that brings programs along, whatever it calls itself. */
async function isDocx(content: Content): Promise<boolean> {
  const names = (await isZip(content)) ? ((await zipEntries(content)) ?? []) : [];
  return (
    names.includes('[Content_Types].xml') &&
    names.some((name) => name.startsWith('word/')) &&
    !names.some((name) => name.toLowerCase().endsWith('vbaproject.bin'))
  );
}

/** Name of the stream that a Word document has and other compound files, such as spreadsheets and installers, do not. */
const WORD_STREAM = Buffer.from('WordDocument', 'utf16le');

/** [MS-DOC], which WPS Office writes too. */
const isDoc = async (content: Content): Promise<boolean> =>
  (await isCompound(content)) && (await contains(content, WORD_STREAM));

/** All but tabulator, line feed, form feed and carriage return. */
const CONTROL_CHARACTER = /[\0-\x08\v\x0e-\x1f\x7f]/;

async function isText(content: Content): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of piecesOf(content)) {
      if (CONTROL_CHARACTER.test(decoder.decode(piece, { stream: true }))) return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

export const DOCUMENT_TYPES: readonly DocumentType[] = [
  {
    mediaType: 'application/pdf',
    title: 'PDF',
    extensions: ['pdf'],
    isOf: beginsWith([0x25, 0x50, 0x44, 0x46, 0x2d]),
  },
  { mediaType: 'application/ofd', title: 'OFD', extensions: ['ofd'], isOf: isOfd },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    title: 'DOCX',
    extensions: ['docx'],
    isOf: isDocx,
  },
  { mediaType: 'application/msword', title: 'DOC', extensions: ['doc', 'wps'], isOf: isDoc },
  { mediaType: 'application/vnd.ms-works', title: 'WPS', extensions: ['wps'], isOf: isDoc },
  { mediaType: 'application/wps-office.wps', title: 'WPS', extensions: ['wps'], isOf: isDoc },
  { mediaType: 'text/plain', title: '纯文本（UTF-8）', extensions: ['txt'], isOf: isText },
  {
    mediaType: 'image/png',
    title: 'PNG',
    extensions: ['png'],
    isOf: beginsWith([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  {
    mediaType: 'image/jpeg',
    title: 'JPEG',
    extensions: ['jpg', 'jpeg'],
    isOf: beginsWith([0xff, 0xd8, 0xff]),
  },
  {
    mediaType: 'image/tiff',
    title: 'TIFF',
    extensions: ['tif', 'tiff'],
    isOf: beginsWith([0x49, 0x49, 0x2a, 0x00], [0x4d, 0x4d, 0x00, 0x2a]),
  },
];

export const DOCUMENT_MEDIA_TYPES: readonly string[] = DOCUMENT_TYPES.map(({ mediaType }) => mediaType);

const typeNamed = (mediaType: string): DocumentType | undefined =>
  DOCUMENT_TYPES.find((type) => type.mediaType === mediaType);

/** @throws Problem `document-type-not-allowed` */
export function requireAllowed(mediaType: string): void {
  if (!typeNamed(mediaType)) throw new Problem('document-type-not-allowed', { field: 'Content-Type' });
}

/** @throws Problem `document-type-not-allowed`; `document-type-differs` if the content is of another type than said */
export async function requireOfType(content: Content, mediaType: string): Promise<void> {
  requireAllowed(mediaType);
  if (await typeNamed(mediaType)?.isOf(content)) return;
  throw new Problem('document-type-differs', { field: 'Content-Type' });
}

/** @throws Problem `document-type-not-allowed`; `document-name-differs` if no document of the type is saved under the name */
export function requireNameFits(mediaType: string, name: string): void {
  requireAllowed(mediaType);
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const fits = typeNamed(mediaType)?.extensions.includes(extension) ?? false;
  if (!fits) throw new Problem('document-name-differs', { field: 'name' });
}
