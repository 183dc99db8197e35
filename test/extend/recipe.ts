import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, type Files } from '../architecture/planted-tree';

const text = readFileSync(join(PROJECT, 'docs/extend.md'), 'utf8');

const blocksOf = (language: string): Files =>
  Object.fromEntries(
    [...text.matchAll(new RegExp(`^\`\`\`${language} (\\S+)\\n(.*?)^\`\`\`$`, 'gms'))].map(
      ([, file = '', content = '']) => [file, content],
    ),
  );

/** The files that the page tells to write, by their places. */
export const written = blocksOf('ts');

/** The lines that it tells to add, by the file to which they go. */
const added = blocksOf('diff');

const ACTS = 'libs/supervision/src/acts.ts';

/** The list of acts with the line and its import, as the page has them. */
export function registered(): Files {
  const [importing = '', listing = ''] = (added[ACTS] ?? '')
    .split('\n')
    .map((line) => line.replace(/^\+/, ''));
  const acts = readFileSync(join(PROJECT, ACTS), 'utf8');
  return { [ACTS]: `${importing}\n${acts.replace(/^\];$/m, `${listing}\n];`)}` };
}
