/** The little of a browser's document that the page needs. */
export interface PageDocument {
  getElementById(id: string): PageElement | null;
  createElement(tag: string): PageElement;
}

export interface PageElement {
  className: string;
  textContent: string | null;
  hidden: boolean;
  /** Of an input; that of one for files can only be emptied. */
  value?: string;
  /** Of an input for files. */
  readonly files?: ArrayLike<PageFile> | null;
  setAttribute(name: string, value: string): void;
  /** A string is text, whatever is in it. */
  replaceChildren(...children: readonly Child[]): void;
  focus(): void;
  addEventListener(type: 'change' | 'click', listener: () => void): void;
}

export type Child = PageElement | string;

export interface PageFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Makes an element of the page: its tag, its class or its attributes, and what is in it. */
export type Make = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
) => PageElement;

export const makerIn =
  (document: PageDocument): Make =>
  (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.replaceChildren(...children);
    return element;
  };
