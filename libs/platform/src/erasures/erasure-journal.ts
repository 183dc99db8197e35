import { leafHash, parseHeader, payloadHash, type HashAlgorithm, type SealedEvent } from '@liuhen/kernel';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** An entry is not what was written: nobody can be sure any more that all stays away that was taken away. */
export class DamagedErasureJournal extends Error {
  override readonly name = 'DamagedErasureJournal';

  constructor(path: string) {
    super(`遮蔽日志已损坏：${path}；请从它的备份恢复该文件`);
  }
}

const ENTRY = /^[0-9a-f-]{36}\.event$/;

/**
 * 遮蔽日志: every redaction as it was sealed, in a directory outside the database, so that a restored backup does not bring
 * back what was taken away. An entry names event, fields and digests, and holds nothing of their content; it is
 * written once and never changed.
 */
export class ErasureJournal {
  private constructor(
    private readonly directory: string,
    private readonly hash: HashAlgorithm,
  ) {}

  /** @param directory absolute; processes of a deployment share it. @param hash of the log. */
  static async open(directory: string, hash: HashAlgorithm): Promise<ErasureJournal> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    return new ErasureJournal(directory, hash);
  }

  /** Durable when it resolves. After a crash at any moment there is the whole entry or none. */
  async add({ header, headerText, leafHash: leaf, payloadText }: SealedEvent): Promise<void> {
    const incoming = join(this.directory, randomUUID());
    try {
      await writeDurably(incoming, `${leaf}\n${headerText}\n${payloadText}`);
      await rename(incoming, this.#pathOf(header.id));
      await syncDirectory(this.directory);
    } finally {
      await rm(incoming, { force: true });
    }
  }

  /** Ids of the redactions. */
  async ids(): Promise<ReadonlySet<string>> {
    const names = await readdir(this.directory);
    return new Set(names.filter((name) => ENTRY.test(name)).map((name) => name.slice(0, -EXTENSION.length)));
  }

  /** In the order in which they were recorded. @throws DamagedErasureJournal */
  async entries(): Promise<readonly SealedEvent[]> {
    const entries = await Promise.all([...(await this.ids())].map((id) => this.#read(id)));
    return entries.toSorted((one, other) => compare(placeOf(one), placeOf(other)));
  }

  async #read(id: string): Promise<SealedEvent> {
    const path = this.#pathOf(id);
    const [leaf = '', headerText = '', ...lines] = (await readFile(path, 'utf8')).split('\n');
    const payloadText = lines.join('\n');
    if (leaf !== leafHash(this.hash, headerText)) throw new DamagedErasureJournal(path);
    const header = parseHeader(headerText);
    if (header.id !== id || header.payloadHash !== payloadHash(this.hash, payloadText))
      throw new DamagedErasureJournal(path);
    return { header, headerText, payloadText, leafHash: leaf };
  }

  #pathOf(id: string): string {
    return join(this.directory, `${id}${EXTENSION}`);
  }
}

const EXTENSION = '.event';

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const placeOf = ({ header: { recordedAt, id } }: SealedEvent): string => `${recordedAt} ${id}`;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
