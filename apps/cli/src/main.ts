import { ApiProblem, exitOf } from './client/api-problem';
import { basisText } from '@liuhen/kernel';
import type { Command } from './command';
import { readCommandLine } from './command-line';
import { accountability } from './commands/accountability';
import { audit } from './commands/audit';
import { caseNo } from './commands/case-no';
import { cosign } from './commands/cosign';
import { evidence } from './commands/evidence';
import { fsck } from './commands/fsck';
import { history } from './commands/history';
import { importFile } from './commands/import';
import { ledger } from './commands/ledger';
import { matters } from './commands/matters';
import { people } from './commands/people';
import { readers } from './commands/readers';
import { rebuild } from './commands/rebuild';
import { rehearse } from './commands/rehearse';
import { sign } from './commands/sign';
import { signer } from './commands/signer';
import { start } from './commands/start';
import { tamperDemo } from './commands/tamper-demo';
import { token } from './commands/token';
import { verify } from './commands/verify';
import { worklist } from './commands/worklist';
import { codeOf, CommandFailure, type Exit } from './exit-codes';
import { generalHelp, helpOf } from './help';
import { processTerminal, type Terminal } from './terminal';

export const COMMANDS: readonly Command[] = [
  start,
  importFile,
  history,
  audit,
  matters,
  worklist,
  accountability,
  readers,
  rehearse,
  caseNo,
  rebuild,
  token,
  people,
  fsck,
  evidence,
  verify,
  ledger,
  tamperDemo,
  sign,
  signer,
  cosign,
];

/** The program `liuhen`. Ends by itself when its work is done, so that all output is written. */
export function run(): void {
  const terminal = processTerminal();
  void liuhen(process.argv.slice(2), terminal).then((exit) => {
    process.exitCode = codeOf(exit);
  });
}

/** Runs one command line, tells what went wrong, and says how it ended. */
export async function liuhen(args: readonly string[], terminal: Terminal): Promise<Exit> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    const told = tell(error, terminal);
    return commandCalled(args[0])?.undone ?? told;
  }
}

const commandCalled = (name: string | undefined): Command | undefined =>
  COMMANDS.find((known) => known.name === name);

async function dispatch([name, ...args]: readonly string[], terminal: Terminal): Promise<Exit> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    terminal.out(generalHelp(COMMANDS));
    return name === undefined ? 'usage' : 'ok';
  }
  const command = commandCalled(name);
  if (!command) throw new CommandFailure('usage', `没有命令 ${name}。命令列表见：npx liuhen --help`);
  const given = readCommandLine(command, args);
  if (given) return command.run(given, terminal);
  terminal.out(helpOf(command));
  return 'ok';
}

function tell(error: unknown, { err }: Terminal): Exit {
  if (error instanceof CommandFailure) {
    err(error.message);
    return error.exit;
  }
  if (error instanceof ApiProblem) {
    err(`${error.message}（${error.code}）`);
    for (const article of error.law) err(`  依据：${basisText(article)}`);
    return exitOf(error);
  }
  err(`系统故障：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 'fault';
}
