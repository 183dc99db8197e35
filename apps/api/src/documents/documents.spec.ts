import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acts } from '@liuhen/supervision';
import { codesText } from './codes';
import { documents } from './documents';
import { eventsText } from './events';

const ROOT = join(__dirname, '..', '..', '..', '..');

describe('the documents written from the code', () => {
  it.each(Object.entries(documents))('%s is as `npm run docs` writes it', async (file, text) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toBe(await text());
  });

  it('list every refusal of every act, with its articles', () => {
    const text = codesText();
    for (const code of acts.flatMap(({ refusals }) => Object.keys(refusals)))
      expect(text).toContain(`\`${code}\``);
    expect(text).toMatch(/`second-remand-civil`.*第一百七十七条第二款/);
  });

  it('list every event of every act, each with a sentence', () => {
    const text = eventsText();
    for (const { events, sentences } of acts)
      for (const type of Object.keys(events)) {
        expect(text).toContain(`\`${type}\``);
        expect(sentences).toHaveProperty(type);
      }
  });
});
