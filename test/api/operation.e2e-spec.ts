import { networkInterfaces } from 'node:os';
import { Untraced } from '@liuhen/platform';
import { Controller, Get, Module } from '@nestjs/common';
import { Public } from '@liuhen/access';
import { PadModule } from './support/notes';
import { startApi, type RunningApi } from './support/running-api';

describe('a running server', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ slices: [PadModule], config: { host: '0.0.0.0' } });
  });
  afterAll(() => api.close());

  it('says that it lives and that it is ready, and nothing of what it holds', async () => {
    expect(await (await api.call('/health/live')).json()).toEqual({ status: 'up' });
    const ready = await api.call('/health/ready');
    expect(ready.status).toBe(200);
    const { status, checks } = (await ready.json()) as {
      status: string;
      checks: { name: string; status: string }[];
    };
    expect(status).toBe('up');
    expect(checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['log business', 'log administration', 'directory', 'live case_register']),
    );
    expect(checks.every((check) => Object.keys(check).length === 2 && check.status === 'up')).toBe(true);
  });

  it('measures its requests by template, its appends and its read models', async () => {
    await api.call('/api/v1/pads/secret-pad', { headers: await api.as('zhang-ming') });
    const text = await (await fetch(api.server.metricsUrl)).text();
    expect(text).toContain(
      'liuhen_http_request_seconds_count{method="GET",route="/api/v1/pads/:pad",status="404"} 1',
    );
    expect(text).toMatch(/^liuhen_append_seconds_count\{log="administration",outcome="stored"\} \d+$/m);
    expect(text).toContain('liuhen_projection_behind_events{projection="case_register"} 0');
    expect(text).toContain('liuhen_projection_stopped{projection="case_register"} 0');
    expect(text).toMatch(/^process_resident_memory_bytes /m);
    expect(text).not.toContain('secret-pad');
  });

  it('gives its measurements to this machine only, and nothing but them', async () => {
    const { port, hostname } = new URL(api.server.metricsUrl);
    expect(hostname).toBe('127.0.0.1');
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    expect((await api.call('/metrics')).status).toBe(404);
    for (const address of outerAddresses()) {
      await expect(fetch(`http://${address}:${port}/metrics`)).rejects.toThrow();
      expect((await fetch(`http://${address}:${new URL(api.server.url).port}/health/live`)).status).toBe(200);
    }
  });

  it('has a page that reads its interface, from this server alone', async () => {
    const page = await api.call('/api/docs');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'self';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\/|(?:src|href)="\/\//);
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(parts).toHaveLength(4);
    for (const part of parts) {
      const answer = await api.call(part);
      expect([part, answer.status, answer.headers.get('x-content-type-options')]).toEqual([
        part,
        200,
        'nosniff',
      ]);
      await answer.body?.cancel();
    }
    expect(await (await api.call('/api/docs/start.js')).text()).toContain('validatorUrl: null');
    const document = (await (await api.call('/api/openapi.json')).json()) as Record<string, unknown>;
    expect(document).toMatchObject({ openapi: '3.1.0' });
  });

  it('lets no browser keep, frame or guess an answer', async () => {
    const { headers } = await api.call('/api/v1/pads');
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });
});

describe('a server that closes', () => {
  /** Holds its answer until the test lets it go. */
  const gate = { arrived: (): void => undefined, open: Promise.resolve() };

  @Public()
  @Controller('slow')
  class SlowController {
    @Get()
    @Untraced('测试')
    async slow(): Promise<object> {
      gate.arrived();
      await gate.open;
      return { done: true };
    }
  }

  @Module({ controllers: [SlowController] })
  class SlowModule {}

  it('answers what is under way, then takes no more, at whichever time it is told twice', async () => {
    const api = await startApi({ slices: [SlowModule], worker: false });
    let letGo: () => void = () => undefined;
    gate.open = new Promise((resolve) => (letGo = resolve));
    const arrived = new Promise<void>((resolve) => (gate.arrived = resolve));
    const answering = api.call('/api/v1/slow');
    await arrived;
    const closing = api.server.close();
    letGo();
    expect(await (await answering).json()).toEqual({ done: true });
    await closing;
    await expect(api.call('/health/live')).rejects.toThrow();
    await api.server.close();
    await api.close();
  });
});

const outerAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).flatMap(({ address, family, internal }) =>
      family === 'IPv4' && !internal ? [address] : [],
    ),
  );
