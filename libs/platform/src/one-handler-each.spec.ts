import 'reflect-metadata';
import { Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { Command, CommandHandler, CqrsModule, Query, QueryHandler } from '@nestjs/cqrs';
import { OneHandlerEach } from './one-handler-each';

class Advise extends Command<number> {}
class Waiting extends Query<number> {}

@CommandHandler(Advise)
class AdviseHandler {
  execute = () => Promise.resolve(1);
}
@CommandHandler(Advise)
class OtherAdviseHandler {
  execute = () => Promise.resolve(2);
}
@QueryHandler(Waiting)
class WaitingHandler {
  execute = () => Promise.resolve(1);
}
@QueryHandler(Waiting)
class OtherWaitingHandler {
  execute = () => Promise.resolve(2);
}

async function start(...handlers: Type[]): Promise<void> {
  @Module({ imports: [CqrsModule.forRoot(), DiscoveryModule], providers: [OneHandlerEach, ...handlers] })
  class App {}
  const app = await NestFactory.createApplicationContext(App, { logger: false, abortOnError: false });
  await app.close();
}

describe('the boot check of handlers', () => {
  it('lets one handler each pass', async () => {
    await expect(start(AdviseHandler, WaitingHandler)).resolves.toBeUndefined();
  });

  it.each([
    [
      'command',
      [AdviseHandler, OtherAdviseHandler],
      '命令 Advise 有两个处理器：AdviseHandler、OtherAdviseHandler',
    ],
    ['query', [WaitingHandler, OtherWaitingHandler], '查询 Waiting 有两个处理器'],
  ])(
    'stops the start at a second handler of a %s, of which the last would silently win',
    async (_, handlers, text) => {
      await expect(start(...handlers)).rejects.toThrow(text);
    },
  );
});
