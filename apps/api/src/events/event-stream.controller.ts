import { CurrentIdentity, Policies, type Identity, type Reader } from '@liuhen/access';
import type { Position, StoredEvent } from '@liuhen/kernel';
import { Metrics, Runtimes, Traced } from '@liuhen/platform';
import { CaseReading } from '@liuhen/supervision';
import { Controller, Get, Query, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventQuery, typesOf } from './event-query';
import { EventStreams } from './event-streams';
import { sendEvents } from './send-events';

/** As `after`: only what is yet to come. */
const LATEST = 'latest';

/** Server-sent events: the business log as it grows, from any place on, without loss and without repetition. */
@ApiTags('事件')
@Controller('events')
export class EventStreamController implements OnModuleDestroy {
  readonly #streams: EventStreams;

  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly cases: CaseReading,
    metrics: Metrics,
  ) {
    this.#streams = new EventStreams((open) => metrics.streams.set(open));
  }

  /** Before the server waits for its connections to end. */
  onModuleDestroy(): void {
    this.#streams.close();
  }

  @Get('stream')
  @Traced('view', 'events', { ahead: true })
  @ApiOperation({
    summary: '事件（实时，Server-Sent Events）',
    description: '默认从日志开头读起；after=latest 只读此后的事件。',
    operationId: 'streamEvents',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: '断线后从该位置之后续传，优先于 after' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({
    schema: { type: 'string', description: '每条消息的 id 为位置，data 为 CloudEvents 1.0 的 JSON' },
  })
  async stream(
    @Query() query: EventQuery,
    @CurrentIdentity() { reader, expiresAt }: Identity,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { store } = this.runtimes.business;
    const types = typesOf(query);
    const after = await this.#startOf(query, request);
    if (request.method === 'HEAD') return void reply.type('text/event-stream').send();
    const stream = this.#streams.open(reader.person, expiresAt);
    reply.raw.on('close', stream.end);
    try {
      await sendEvents(reply, {
        items: store.subscribe({ after, types, signal: stream.signal }),
        seen: (event) => this.#seen(event, reader),
        signal: stream.signal,
      });
    } finally {
      stream.end();
    }
  }

  async #seen(event: StoredEvent, reader: Reader): Promise<StoredEvent | undefined> {
    return this.policies.mayReadEvent(event.header, reader) ? this.cases.seen(event, reader) : undefined;
  }

  async #startOf({ after }: EventQuery, { headers }: FastifyRequest): Promise<Position | undefined> {
    const { store } = this.runtimes.business;
    const from = headers['last-event-id'] ?? after;
    if (from === undefined || from === '') return undefined;
    return from === LATEST ? store.head() : store.parsePosition(String(from));
  }
}
