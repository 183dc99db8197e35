import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '@liuhen/kernel';
import { CHECKS, nodeSuite, OUTCOMES, parsePolicy, verifyBundle, type Report } from '@liuhen/ledger';
import { alterLastEvent } from '../../../../deploy/training/alter-last-event';
import { ApiClient } from '../client/api-client';
import { localToken } from '../client/local-token';
import type { Environment, Terminal } from '../terminal';
import { startChildService } from './child-service';

const READER = 'inspector';

/**
 * Starts a system of its own with the samples, changes a row of it as the database's owner, and shows who notices.
 *
 * @returns whether the change was found
 */
export async function demonstrateTampering({ environment, out, err }: Terminal): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'liuhen-demo-'));
  out('一、另起一套系统，导入样例……');
  const service = await startChildService(['start'], environmentOf(environment, dataDir), err);
  try {
    const api = new ApiClient({ url: service.address, token: localToken(dataDir, READER) });
    const [example] = (await api.get<CaseList>('/cases', { limit: '1' })).items;
    if (!example) throw new Error('the samples have cases');
    const verify = verifier(api, join(dataDir, 'ledger', 'policy'), example.caseId);
    out(`二、导出 ${example.caseId} 的证据包，核验：`);
    tell(await verify(), out);
    out('三、数据库管理员关闭保护，改动该案的最后一条记录：');
    for (const line of await alterLastEvent(dataDir, `case-${example.caseId}`)) out(`    ${line}`);
    out('四、再次导出，核验：');
    const report = await verify();
    tell(report, out);
    out(
      report.outcome === 'tampered'
        ? '改动已被发现：内容与事件头的承诺不符；事件头已在联署的检查点之中，重新计算承诺也无济于事。'
        : '未被发现，请报告此问题。',
    );
    return report.outcome === 'tampered';
  } finally {
    await service.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface CaseList {
  readonly items: readonly { readonly caseId: string }[];
}

/** Nothing of whoever runs the demonstration is touched. */
function environmentOf(environment: Environment, dataDir: string): Environment {
  const { PATH, HOME, TMPDIR } = environment;
  return { PATH, HOME, TMPDIR, LIUHEN_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' };
}

const verifier = (api: ApiClient, policyFile: string, caseId: string) => async (): Promise<Report> => {
  const path = `/cases/${encodeURIComponent(caseId)}/evidence`;
  const bundle = await api.download(path, { purpose: '演示' });
  const policy = parsePolicy(await readFile(policyFile, 'utf8'));
  return verifyBundle(bundle, policy, { suite: nodeSuite, now: instantOf(Date.now()) });
};

function tell({ outcome, checks }: Report, out: (line: string) => void): void {
  out(`    ${OUTCOMES[outcome]}`);
  for (const { name, result, text } of checks)
    if (result === 'FAIL') out(`    未通过　${CHECKS[name]}：${text}`);
}
