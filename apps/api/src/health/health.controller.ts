import { Directory, Public } from '@liuhen/access';
import { LOG_NAMES } from '@liuhen/kernel';
import { ReadDatabase, Runtimes, Untraced } from '@liuhen/platform';
import { buildStatuses } from '@liuhen/read-models';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

interface Check {
  readonly name: string;
  readonly up: boolean;
}

/** For whoever watches over the process: names and states, nothing of what is recorded. */
@ApiExcludeController()
@Public()
@Untraced('运行状态，不含记录')
@Controller('health')
export class HealthController {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly database: ReadDatabase,
    private readonly directory: Directory,
  ) {}

  /** The process answers. */
  @Get('live')
  live(): object {
    return { status: 'up' };
  }

  /** It can do its work: logs and read models can be reached, and none of the read models has stopped. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const checks = [
      ...(await Promise.all(LOG_NAMES.map((log) => this.#log(log)))),
      { name: 'directory', up: this.directory.failure === undefined },
      ...(await this.#projections()),
    ];
    const up = checks.every((check) => check.up);
    void reply.status(up ? 200 : 503);
    return {
      status: up ? 'up' : 'down',
      checks: checks.map(({ name, up }) => ({ name, status: up ? 'up' : 'down' })),
    };
  }

  async #log(log: (typeof LOG_NAMES)[number]): Promise<Check> {
    const up = await this.runtimes[log].store.head().then(
      () => true,
      () => false,
    );
    return { name: `log ${log}`, up };
  }

  async #projections(): Promise<readonly Check[]> {
    try {
      const statuses = await buildStatuses(this.database, {});
      return statuses.map(({ projection, state, halt }) => ({
        name: `${state} ${projection}`,
        up: halt === undefined,
      }));
    } catch {
      return [{ name: 'read database', up: false }];
    }
  }
}
