import { refusedExecutionOf } from '@liuhen/event-store';
import { isRefusal } from '@liuhen/kernel';
import {
  Metrics,
  Problem,
  problemOf,
  RefusalTrace,
  requesterOf,
  routeOf,
  tracedRouteOf,
  type Requester,
} from '@liuhen/platform';
import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Readings } from './readings';

const logger = new Logger('ReadingTrace');

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Statuses with which somebody is told that something is not for them, or not there. */
const DENIED: ReadonlySet<number> = new Set([401, 403, 404]);

/** Every refusal leaves a trace, with its code and whom it met. */
@Injectable()
export class TracedRefusals extends RefusalTrace {
  constructor(
    private readonly readings: Readings,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  /** A denied reading that cannot be recorded is answered as any such reading; a refused command stays refused. */
  async recorded(error: unknown, request: FastifyRequest): Promise<unknown> {
    const requester = requesterOf(request);
    if (!requester) return error;
    const isReading = READING.has(request.method);
    try {
      await (isReading ? this.#denial(error, request, requester) : this.#refusal(error, request, requester));
      return error;
    } catch (cause) {
      if (isReading) return new Problem('reading-not-recorded', { cause });
      this.#notRecorded(error, request, requester);
      return error;
    }
  }

  async #denial(error: unknown, request: FastifyRequest, requester: Requester): Promise<void> {
    const { status, code } = problemOf(error, request.id).body;
    const route = tracedRouteOf(request);
    if (route && DENIED.has(status)) await this.readings.denied(request, requester, route, code);
  }

  async #refusal(error: unknown, request: FastifyRequest, requester: Requester): Promise<void> {
    const { status, code } = problemOf(error, request.id).body;
    if (!isRefusal(error) && !DENIED.has(status)) return;
    const { command = null, stream = null } =
      (isRefusal(error) ? refusedExecutionOf(error) : undefined) ?? {};
    await this.readings.refused(request, requester, { code, command, stream });
  }

  #notRecorded(error: unknown, request: FastifyRequest, requester: Requester): void {
    const { code } = problemOf(error, request.id).body;
    this.metrics.unrecordedRefusals.inc();
    logger.error({
      message: '被拒的操作未能留痕',
      code,
      correlation: request.id,
      route: routeOf(request),
      ...requester,
    });
  }
}
