/** The little of a browser's document that the page needs. */
export interface PageDocument {
  getElementById(id: string): PageElement | null;
}

export interface PageElement {
  className: string;
  textContent: string | null;
  disabled?: boolean;
  /** Of an input for files. */
  readonly files?: ArrayLike<PageFile> | null;
  addEventListener(type: 'change' | 'click', listener: () => void): void;
}

export interface PageFile {
  arrayBuffer(): Promise<ArrayBuffer>;
}
