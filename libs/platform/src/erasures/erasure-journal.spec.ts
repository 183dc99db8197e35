import { sealedChain } from '@liuhen/event-store/testing';
import { PAYLOAD_REDACTED, type SealedEvent } from '@liuhen/kernel';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DamagedErasureJournal, ErasureJournal } from './erasure-journal';

function redaction(stream: string, recordedAt: string): SealedEvent {
  const header = { type: PAYLOAD_REDACTED, recordedAt };
  const data = { event: 'e', rev: 0, digests: { cause: '0'.repeat(64) } };
  const [event] = sealedChain(1, { stream, header, data }) as [SealedEvent];
  return event;
}
const first = redaction('case-b', '2026-03-01T01:00:00.000Z');
const second = redaction('case-a', '2026-03-01T02:00:00.000Z');

describe('the journal of erasures', () => {
  let directory: string;
  let journal: ErasureJournal;

  beforeEach(async () => {
    directory = join(mkdtempSync(join(tmpdir(), 'liuhen-journal-')), 'erasures');
    journal = await ErasureJournal.open(directory, 'sha256');
  });
  afterEach(() => rmSync(join(directory, '..'), { recursive: true }));

  const fileOf = ({ header: { id } }: SealedEvent): string => join(directory, `${id}.event`);

  it('is empty at first', async () => {
    expect(await journal.entries()).toEqual([]);
  });

  it('gives back what was added, the earliest first, also after another start', async () => {
    for (const event of [second, first, second]) await journal.add(event);
    const again = await ErasureJournal.open(directory, 'sha256');
    expect(await again.entries()).toEqual([first, second]);
    expect(await again.ids()).toEqual(new Set([first.header.id, second.header.id]));
  });

  it('leaves nothing else in its directory, and passes over what others left there', async () => {
    writeFileSync(join(directory, '019a0000-0000-7000-8000-000000000000'), 'of a crash');
    await Promise.all([journal.add(first), journal.add(first)]);
    expect(readdirSync(directory).toSorted()).toEqual(
      ['019a0000-0000-7000-8000-000000000000', `${first.header.id}.event`].toSorted(),
    );
    expect(await journal.entries()).toEqual([first]);
  });

  it.each<[string, (text: string) => string]>([
    ['a header that was changed', (text) => text.replace('case-b', 'case-c')],
    ['a payload that was changed', (text) => text.replace('"rev",0', '"rev",1')],
    ['a hash that was changed', (text) => text.replace(/^../, 'xx')],
    ['an end that is missing', (text) => text.slice(0, -1)],
    ['nothing', () => ''],
  ])('refuses %s', async (_, damage) => {
    await journal.add(first);
    const text = readFileSync(fileOf(first), 'utf8');
    writeFileSync(fileOf(first), damage(text));
    await expect(journal.entries()).rejects.toThrow(DamagedErasureJournal);
  });

  it('refuses an entry under another’s name', async () => {
    await journal.add(first);
    writeFileSync(fileOf(second), readFileSync(fileOf(first)));
    await expect(journal.entries()).rejects.toThrow(DamagedErasureJournal);
  });
});
