import { Traced, Untraced } from '@liuhen/platform';
import { Controller, Get, Head, Module, Post, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { TracedRoutes } from './traced-routes';

@Controller('told')
class Told {
  @Get('read')
  @Traced('view', 'case')
  read(): string {
    return '';
  }

  @Get('not-worth-a-trace')
  @Untraced('不涉案件')
  open(): string {
    return '';
  }

  @Post()
  command(): string {
    return '';
  }
}

@Controller('as-a-whole')
@Untraced('不涉案件')
class AsAWhole {
  @Get()
  read(): string {
    return '';
  }
}

@Controller('forgotten')
class Forgotten {
  @Get()
  read(): string {
    return '';
  }

  @Head('head')
  head(): string {
    return '';
  }
}

const started = async (controllers: Type[]): Promise<void> => {
  @Module({ imports: [DiscoveryModule], controllers, providers: [TracedRoutes] })
  class AppModule {}
  const app = await NestFactory.createApplicationContext(AppModule, { logger: false, abortOnError: false });
  await app.close();
};

describe('a server', () => {
  it('starts where every route that is read says how that is recorded, or why not', async () => {
    await expect(started([Told, AsAWhole])).resolves.toBeUndefined();
  });

  it('does not start where one says neither', async () => {
    await expect(started([Told, Forgotten])).rejects.toThrow('Forgotten.read、Forgotten.head');
  });
});
