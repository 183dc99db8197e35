import { StreamableFile } from '@nestjs/common';

/** What the record of a reading says of what is read. */
export interface FileContent {
  /** Ids of the cases that are in it. */
  readonly cases: readonly string[];
  readonly results: number;
  /** As users call what was left out for this reader. */
  readonly masked: readonly string[];
}

/** A file of which the record of its export tells what is in it. */
export class TracedFile extends StreamableFile {
  constructor(
    bytes: Uint8Array,
    options: ConstructorParameters<typeof StreamableFile>[1],
    readonly content: FileContent,
  ) {
    super(bytes, options);
  }
}
