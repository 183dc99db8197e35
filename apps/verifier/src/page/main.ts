import type { PageDocument } from './document';
import { startPage } from './verify-page';

declare const document: PageDocument;
declare const print: () => void;

startPage(document, () => print());
