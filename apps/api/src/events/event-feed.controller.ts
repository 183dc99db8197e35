import { CurrentReader, Policies, type Reader } from '@liuhen/access';
import type { Position } from '@liuhen/kernel';
import { MAX_PAGE, Runtimes, Traced, WholeNumberField } from '@liuhen/platform';
import { CaseReading } from '@liuhen/supervision';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CloudEvent, cloudEventOf } from './cloud-event';
import { EventQuery, typesOf } from './event-query';

const DEFAULT_PAGE = 100;

class EventPageQuery extends EventQuery {
  @WholeNumberField('每页检视的事件数', {
    min: 1,
    max: MAX_PAGE,
    optional: true,
    fromText: true,
    note: '默认 100',
  })
  readonly limit: number = DEFAULT_PAGE;
}

class EventPage {
  @ApiProperty({ description: '可查阅的事件，按位置排列', type: [CloudEvent] })
  readonly items: readonly CloudEvent[];
  @ApiProperty({ description: '下一页的 after；日志为空时为 null', type: 'string', nullable: true })
  readonly next: string | null;
  @ApiProperty({ description: '读到了日志末尾；否则即使本页没有事件，也应继续读下一页' })
  readonly atHead: boolean;
}

/** The business log for other systems, in order, from any place on. */
@ApiTags('事件')
@Controller('events')
export class EventFeedController {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
    private readonly cases: CaseReading,
  ) {}

  @Get()
  @Traced('search', 'events')
  @ApiOperation({ summary: '事件（分页）', operationId: 'listEvents' })
  @ApiOkResponse({ type: EventPage })
  async list(@Query() query: EventPageQuery, @CurrentReader() reader: Reader): Promise<EventPage> {
    const { store } = this.runtimes.business;
    const after = query.after === undefined ? undefined : store.parsePosition(query.after);
    const page = await store.readPage({ after, types: typesOf(query), limit: query.limit });
    const readable = page.events.filter(({ header }) => this.policies.mayReadEvent(header, reader));
    const seen = await Promise.all(readable.map((event) => this.cases.seen(event, reader)));
    return { items: seen.map(cloudEventOf), next: nextOf(page.scannedTo, after), atHead: page.atHead };
  }
}

const nextOf = (scannedTo: Position | undefined, after: Position | undefined): string | null =>
  scannedTo ?? after ?? null;
