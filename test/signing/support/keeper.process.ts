// Run in a process of its own: a signer or a cosigner, which dies at a step of its next write if so told.
import { parsePolicy } from '@liuhen/ledger';
import { findingText, startCosigner, startSigner, type Served } from '@liuhen/signing';
import { nodeDisk, type Disk } from '../../../libs/signing/src/durable/disk';

export interface DyingPoint {
  readonly step: keyof Disk;
  /** Whether the step is done before. */
  readonly done: boolean;
}

export interface KeeperTask {
  readonly kind: 'signer' | 'cosigner';
  readonly directory: string;
  /** Cosigner: the text of its configuration. */
  readonly policy?: string;
  readonly dies?: DyingPoint | undefined;
}

const die = (): unknown => process.kill(process.pid, 'SIGKILL');

function makeMortal({ step, done }: DyingPoint): void {
  const original: (...args: string[]) => void = nodeDisk[step];
  const mortal = (...args: string[]): void => {
    if (done) original(...args);
    die();
  };
  Object.assign(nodeDisk, { [step]: mortal });
}

const report = (error: unknown): unknown => process.stderr.write(`${String(error)}\n`);

const start = ({ kind, directory, policy = '' }: KeeperTask): Promise<Served> =>
  kind === 'signer'
    ? startSigner({
        directory,
        address: { kind: 'socket', path: `${directory}/signer.sock` },
        secret: undefined,
        report,
      })
    : startCosigner({
        directory,
        address: { kind: 'port', host: '127.0.0.1', port: 0 },
        logs: parsePolicy(policy).logs,
        skewMs: 10_000,
        secret: undefined,
        clock: { now: () => new Date().toISOString() },
        patienceMs: 5_000,
        tell: (origin, finding) => report(`${origin} ${findingText(finding)}`),
        report,
      });

async function run(task: KeeperTask): Promise<void> {
  const { url } = await start(task);
  if (task.dies) makeMortal(task.dies);
  process.send?.(url);
}

void run(JSON.parse(process.argv[2] ?? '') as KeeperTask);
