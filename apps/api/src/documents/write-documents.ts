import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { documents } from './documents';

async function writeDocuments(): Promise<void> {
  for (const [file, text] of Object.entries(documents)) await writeFile(file, await text());
}

void writeDocuments();
