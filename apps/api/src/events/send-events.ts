import type { SubscriptionItem } from '@liuhen/event-store';
import type { StoredEvent } from '@liuhen/kernel';
import { Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { cloudEventOf } from './cloud-event';

/** Proxies give up on a connection that says nothing; most after 30 s or more. */
const HEARTBEAT_MS = 15_000;
/** A client that takes nothing for so long is gone, or too slow: it comes back and resumes. */
const STALLED_MS = 30_000;
/** How soon a client whose stream ends should come back. */
const RETRY_MS = 2_000;

export interface EventSource {
  readonly items: AsyncIterable<SubscriptionItem>;
  /** The event as the reader may see it, or nothing. */
  readonly seen: (event: StoredEvent) => Promise<StoredEvent | undefined>;
  readonly signal: AbortSignal;
}

const logger = new Logger('EventStream');

/**
 * Writes the items as server-sent events (HTML Living Standard §9.2) until the signal. The id of each is its place in
 * the log; what the reader may not see only moves the id on. The next item is taken when the client has taken the
 * last, so that a slow client slows nobody else down and fills no memory.
 */
export async function sendEvents(reply: FastifyReply, { items, seen, signal }: EventSource): Promise<void> {
  const response = startStream(reply);
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
  try {
    for await (const item of items) {
      if (!response.write(await messageOf(item, seen))) await drained(response, signal);
    }
    response.end();
  } catch (error) {
    if (!signal.aborted)
      logger.warn({ message: '事件流中断', error: error instanceof Error ? error.name : 'unknown' });
    // What is still in the buffer would keep the connection open.
    response.destroy();
  } finally {
    clearInterval(heartbeat);
  }
}

/** From here on the answer is ours: a fault can only end it, and the client comes back. */
function startStream(reply: FastifyReply): ServerResponse {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'X-Accel-Buffering': 'no',
    // Whoever comes back makes a new one; a server that closes need not wait for this one.
    Connection: 'close',
  });
  raw.write(`retry: ${String(RETRY_MS)}\n\n`);
  return raw;
}

async function messageOf(item: SubscriptionItem, seen: EventSource['seen']): Promise<string> {
  switch (item.kind) {
    case 'event': {
      const event = await seen(item.event);
      return event
        ? `id: ${event.position}\ndata: ${JSON.stringify(cloudEventOf(event))}\n\n`
        : passedOver(item.event.position);
    }
    case 'checkpoint':
      return passedOver(item.position);
    case 'caught-up':
      return ': caught-up\n\n';
  }
}

/** An id without data moves the client's place on and is no message to it. */
const passedOver = (position: string): string => `id: ${position}\n\n`;

async function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  await once(response, 'drain', { signal: AbortSignal.any([signal, AbortSignal.timeout(STALLED_MS)]) });
}
