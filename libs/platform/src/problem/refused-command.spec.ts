import { Refusal } from '@liuhen/kernel';
import type { FastifyRequest } from 'fastify';
import { noteRequester } from '../http/requester';
import { createLogger } from '../logger';
import { Metrics } from '../telemetry/metrics';
import { Logger } from '@nestjs/common';
import { Problem } from './problem';
import { noteRefusedCommand } from './refused-command';

const requestBy = (method: string): FastifyRequest =>
  ({
    id: 'r1',
    method,
    routeOptions: { url: '/api/v1/cases/:caseNumber/panel' },
    url: '/api/v1/cases/secret/panel',
    body: { reason: 'secret' },
  }) as unknown as FastifyRequest;

const refusal = new Refusal('panel-not-odd', '合议庭成员应为三人以上单数', { field: 'panel' });
const requester = {
  person: 'p-1',
  post: '黔0102.president',
  court: '黔0102',
  party: 'courtLeaders',
  delegation: null,
} as const;

describe('a refused command', () => {
  const written: string[] = [];
  let metrics: Metrics;

  beforeEach(() => {
    written.length = 0;
    metrics = new Metrics();
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    Logger.overrideLogger(createLogger('info'));
  });
  afterEach(() => jest.restoreAllMocks());

  const counted = async () =>
    (await metrics.refusedCommands.get()).values.map(({ labels, value }) => ({ ...labels, value }));

  it('is logged with its code and who asked for what, without the body or the address', () => {
    const request = requestBy('POST');
    noteRequester(request, requester);
    noteRefusedCommand(refusal, request, metrics);
    expect(written).toHaveLength(1);
    expect((JSON.parse(written[0] ?? '') as { message: unknown }).message).toEqual({
      message: '操作被拒',
      code: 'panel-not-odd',
      correlation: 'r1',
      route: 'POST /api/v1/cases/:caseNumber/panel',
      ...requester,
    });
  });

  it('is counted by code and party', async () => {
    for (const code of ['panel-not-odd', 'panel-not-odd', 'own-case']) {
      const request = requestBy('POST');
      noteRequester(request, requester);
      noteRefusedCommand(new Refusal(code, '不得'), request, metrics);
    }
    noteRefusedCommand(refusal, requestBy('PUT'), metrics);
    expect(await counted()).toEqual([
      { code: 'panel-not-odd', party: 'courtLeaders', value: 2 },
      { code: 'own-case', party: 'courtLeaders', value: 1 },
      { code: 'panel-not-odd', party: 'unknown', value: 1 },
    ]);
  });

  it('is neither a look that is refused nor a command that failed otherwise', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) noteRefusedCommand(refusal, requestBy(method), metrics);
    noteRefusedCommand(new Problem('invalid-request'), requestBy('POST'), metrics);
    noteRefusedCommand(new Error('x'), requestBy('POST'), metrics);
    expect(written).toEqual([]);
    expect(await counted()).toEqual([]);
  });
});
