import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeApi } from './describe-api';

/** Kept with the source, so that a change of the interface shows in review; a test compares the two. */
export const DOCUMENT_FILE = join('docs', 'openapi.json');

/** The text of the file. */
export const openApiText = async (): Promise<string> =>
  `${JSON.stringify(await describeApi(), undefined, 2)}\n`;

/** Writes the description as the routes now are. */
export async function writeOpenApi(folder: string): Promise<void> {
  await writeFile(join(folder, DOCUMENT_FILE), await openApiText());
}

if (require.main === module) void writeOpenApi(process.cwd());
