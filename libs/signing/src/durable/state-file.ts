import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '@liuhen/kernel';
import { codeOf, SigningFailure } from '../signing-failure';
import { createFile, nodeDisk, replaceFile, type Disk } from './disk';

/** What a state file holds, and how one is told from any other. */
export interface StateForm<State> {
  /** Stands in the first line of the file, such as `signer-state 1`. */
  readonly name: string;
  readonly accepts: (value: unknown) => value is State;
}

/** Which state of what. */
interface StateFileOptions<State> {
  readonly form: StateForm<State>;
  /** What the state is of, such as a log's origin. */
  readonly of: string;
  readonly disk?: Disk;
}

/**
 * What a process that signs must not forget, one JSON value in a file of its own: never in memory alone, never begun anew
 * unless an operator founds it. Whoever changes it holds the lock of the directory.
 */
export class StateFile<State extends object> {
  readonly #form: StateForm<State>;
  readonly #of: string;
  readonly #disk: Disk;

  constructor(
    private readonly path: string,
    { form, of, disk = nodeDisk }: StateFileOptions<State>,
  ) {
    this.#form = form;
    this.#of = of;
    this.#disk = disk;
  }

  /** @throws SigningFailure `state-exists` */
  found(state: State): void {
    try {
      createFile(this.#disk, this.path, this.#contentOf(state));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
      throw new SigningFailure('state-exists', `状态文件 ${this.path} 已经存在，不得另行起算`, {
        cause: error,
      });
    }
  }

  /** @throws SigningFailure `state-missing` | `state-damaged` | `state-foreign` */
  read(): State {
    const content = this.#content();
    const [first, of, json, digest, ...rest] = content.split('\n');
    if (digest !== digestOf([first, of, json]) || rest.join('\n') !== '') throw this.#damaged();
    if (first !== `liuhen ${this.#form.name}` || of !== this.#of)
      throw new SigningFailure(
        'state-foreign',
        `状态文件 ${this.path} 不是 ${this.#of} 的（其中写明：${first ?? ''} ${of ?? ''}），请核对是否误放`,
      );
    const state: unknown = JSON.parse(json ?? '');
    if (!this.#form.accepts(state) || this.#contentOf(state) !== content) throw this.#damaged();
    return state;
  }

  /**
   * Puts the next state in the place of one. When this returns, the next one is on the disk; when it throws, either may be,
   * and reading tells which.
   *
   * @throws SigningFailure `state-moved` if another has been there since
   */
  swap(expected: State, next: State): void {
    if (canonical(this.read()) !== canonical(expected))
      throw new SigningFailure(
        'state-moved',
        `状态文件 ${this.path} 已被其他进程改动；同一目录只能由一个进程使用`,
      );
    replaceFile(this.#disk, this.path, this.#contentOf(next));
  }

  #content(): string {
    try {
      return readFileSync(this.path, 'utf8');
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      throw new SigningFailure(
        'state-missing',
        `缺少 ${this.#of} 的状态文件 ${this.path}：不知上次签署到何处，拒绝签署；请恢复该文件`,
        { cause: error },
      );
    }
  }

  #contentOf(state: State): string {
    const lines = [`liuhen ${this.#form.name}`, this.#of, canonical(state)];
    return [...lines, digestOf(lines), ''].join('\n');
  }

  #damaged(): SigningFailure {
    return new SigningFailure(
      'state-damaged',
      `状态文件 ${this.path} 残缺或者被改动，不知上次签署到何处，拒绝签署；请由备份恢复该文件`,
    );
  }
}

const canonical = (state: object): string => canonicalJson(state as JsonValue);

const digestOf = (lines: readonly (string | undefined)[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex');
