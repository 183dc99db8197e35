import type { Runtime } from '@liuhen/event-store';
import { ErasureJournal, type Config } from '@liuhen/platform';
import { Logger } from '@nestjs/common';
import { join } from 'node:path';
import type { SupervisoryAct } from '../supervisory-act';
import { restoreRedaction } from './restore.handler';

const logger = new Logger('Erasures');

/**
 * Opens the journal of erasures, and carries out again whatever of it a restored log has lost; before that, nobody may
 * be served and no read model advanced.
 *
 * @throws DamagedErasureJournal
 */
export async function openErasures(
  { dataDir, logHash }: Pick<Config, 'dataDir' | 'logHash'>,
  business: Runtime,
  acts: readonly SupervisoryAct[],
): Promise<ErasureJournal> {
  const journal = await ErasureJournal.open(join(dataDir, 'erasures'), logHash);
  const redactions = await journal.entries();
  if (!business.store.capabilities.erases && redactions.length > 0) {
    logger.error({ message: '遮蔽日志中的内容无法遮蔽：事件库不能删除', redactions: redactions.length });
    return journal;
  }
  for (const redaction of redactions) {
    const became = await restoreRedaction(business, acts, redaction);
    if (became === 'restored')
      logger.warn({ message: '日志缺少已作的遮蔽，已重新遮蔽', redaction: redaction.header.id });
  }
  return journal;
}
