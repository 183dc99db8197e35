import { browserSuite, toHex, Unusable } from '@liuhen/ledger';
import type { Make, PageElement, PageFile } from './document';

/** A place for a file: its input, and where is said what was chosen. */
export interface FilePlace {
  readonly input: PageElement;
  readonly chosen: PageElement;
}

const fileIn = ({ input }: FilePlace): PageFile | undefined => input.files?.[0];

/** @throws Unusable if it cannot be read any more */
export async function readChosen(place: FilePlace): Promise<Uint8Array | undefined> {
  const file = fileIn(place);
  try {
    return file && new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new Unusable(`不能读取文件 ${file?.name ?? ''}：选择之后移动或者改动过的，请重新选择。`, {
      cause: error,
    });
  }
}

/** Says which file it is. @param content once it has been read: its digest belongs to a report on it */
export function showChosen(place: FilePlace, make: Make, content?: Uint8Array): void {
  const name = fileIn(place)?.name;
  place.chosen.replaceChildren(
    name === undefined ? '未选择' : make('b', {}, name),
    ...(content
      ? [`${content.length.toLocaleString('zh-CN')} 字节`, make('code', {}, digestOf(content))]
      : []),
  );
}

const digestOf = (content: Uint8Array): string =>
  `SHA-256 ${toHex(browserSuite.hash('sha256').digest(content))}`;

/** A browser does not say that the same file is chosen once more, unless nothing was chosen in between. */
export function forget({ input }: FilePlace): void {
  input.value = '';
}
