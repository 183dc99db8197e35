import { mkdirSync, readFileSync } from 'node:fs';
import { instantOf } from '@liuhen/kernel';
import { formatVerifierKey, Malformed, parsePolicy, type Policy } from '@liuhen/ledger';
import {
  cosignFiles,
  enrol,
  findingText,
  foundCosigner,
  isEnrolled,
  openCosigner,
  openCosignerKey,
  parseAddress,
  readSecret,
  startCosigner,
  type CosignerOptions,
  type FileExchange,
} from '@liuhen/signing';
import { CommandFailure } from '../exit-codes';
import type { Terminal } from '../terminal';
import { locked, serveUntilStopped, telling } from './signing';

/** Whoever asks over the network gives up after ten seconds; over files nobody waits. */
const PATIENCE_MS = { network: 5_000, files: 24 * 60 * 60 * 1000 };

export const initCosigner = (directory: string, name: string, scheme: string): Promise<void> =>
  telling(async () => {
    if (scheme !== 'ed25519' && scheme !== 'sm2')
      throw new CommandFailure('usage', '--scheme 须为 ed25519 或者 sm2');
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    await locked(directory, () => foundCosigner(directory, name, scheme)).catch(
      refusedAs(`名称 ${name} 有误，不得有空白和加号，例如 higher.court.example/cosigner`),
    );
  });

export const cosignerKey = (directory: string): Promise<string> =>
  telling(() => formatVerifierKey(openCosignerKey(directory).key));

/** Begins to keep the logs of the configuration that are not kept yet. @returns their origins */
export const enrolLogs = (directory: string, policyFile: string): Promise<readonly string[]> =>
  telling(() => {
    const anew = readPolicy(policyFile).logs.filter(({ name }) => !isEnrolled(directory, name));
    return locked(directory, () => {
      for (const log of anew) enrol(directory, log);
      return anew.map(({ name }) => name);
    });
  });

export interface Cosigning {
  readonly directory: string;
  /** The configuration: a policy, of which the logs and the skew count. */
  readonly policyFile: string;
  readonly isAudited: boolean;
  /** The token that opens the logs to this cosigner. */
  readonly tokenFile: string | undefined;
}

export const runCosigner = (cosigning: Cosigning, listen: string, terminal: Terminal): Promise<void> =>
  telling(() => {
    const options = optionsOf(cosigning, PATIENCE_MS.network, terminal);
    const address = parseAddress(listen);
    return serveUntilStopped(terminal, (report) => startCosigner({ ...options, address, report }));
  });

/** @returns whether an audit found something wrong */
export const cosignOnce = (
  cosigning: Cosigning,
  exchange: FileExchange,
  terminal: Terminal,
): Promise<boolean> =>
  telling(async () => {
    let found = false;
    const { tell, ...options } = optionsOf(cosigning, PATIENCE_MS.files, terminal);
    const { cosigner, close } = await openCosigner({
      ...options,
      tell: (origin, finding) => {
        found = true;
        tell(origin, finding);
      },
    });
    try {
      for (const { name, status } of await cosignFiles(cosigner, exchange))
        terminal.out(`${name}\t${String(status)}`);
    } finally {
      await close();
    }
    return found;
  });

function optionsOf(
  { directory, policyFile, isAudited, tokenFile }: Cosigning,
  patienceMs: number,
  { err }: Terminal,
): CosignerOptions {
  const { logs, skewSeconds } = readPolicy(policyFile);
  const audited: Policy['logs'] = isAudited ? logs : logs.map(({ url: _, ...log }) => log);
  if (skewSeconds === 0 && audited.some(({ url }) => url !== undefined))
    throw new CommandFailure('usage', `${policyFile} 须写明日志允许的时间偏差，例如一行 skew 10`);
  const secret = tokenFile === undefined ? undefined : () => readSecret(tokenFile);
  secret?.();
  return {
    directory,
    logs: audited,
    skewMs: skewSeconds * 1000,
    secret,
    clock: { now: () => instantOf(Date.now()) },
    patienceMs,
    tell: (origin, finding) => err(`日志 ${origin}：${findingText(finding)}`),
  };
}

function readPolicy(path: string): Policy {
  try {
    return parsePolicy(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Malformed) throw usage(`配置文件 ${path} 有误（${error.what}）`, error);
    throw usage(`无法读取配置文件 ${path}`, error);
  }
}

const usage = (sentence: string, cause: unknown): CommandFailure =>
  new CommandFailure('usage', sentence, { cause });

const refusedAs =
  (sentence: string) =>
  (error: unknown): never => {
    throw error instanceof Malformed ? usage(sentence, error) : error;
  };
