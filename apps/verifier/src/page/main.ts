import type { PageDocument } from './document';
import { startPage } from './verify-page';

declare const document: PageDocument;

startPage(document);
