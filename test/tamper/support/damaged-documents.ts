import { openNamed } from '@liuhen/platform';
import { Logger } from '@nestjs/common';
import {
  arriving,
  LIMIT,
  read,
  TEXT,
  textOf,
} from '../../../libs/platform/src/documents/testing/document-store-contract';
import { MemoryDocumentStore } from '../../../libs/platform/src/documents/testing/memory-document-store';
import type { Tampering } from '../table/cell';

/** A document that an event names, which somebody reads. */
export const inDocuments = (name: string, deed: (content: Buffer) => Buffer | undefined): Tampering => ({
  ...{ name, power: 'B', detector: 'server', finds: ['document-damaged'] },
  attempt: async () => {
    Logger.overrideLogger(false);
    const store = new MemoryDocumentStore(LIMIT);
    const content = textOf(1_000);
    const { sha256 } = await store.put(arriving(content), TEXT);
    const damaged = deed(Buffer.from(content));
    if (damaged) store.documents.set(sha256, damaged);
    else store.documents.delete(sha256);
    try {
      await read(await openNamed(store, sha256));
      return [];
    } catch (error) {
      return [{ code: (error as { readonly code: string }).code }];
    }
  },
});
