import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';

/** Keys under which @nestjs/cqrs notes what a handler class handles; a planted duplicate in the tests guards them. */
const HANDLES = { 命令: '__commandHandler__', 查询: '__queryHandler__' } as const;

/** Two handlers for one command or query: @nestjs/cqrs would silently let the last one win. */
class DuplicateHandler extends Error {
  override readonly name = 'DuplicateHandler';
}

@Injectable()
export class OneHandlerEach implements OnApplicationBootstrap {
  constructor(private readonly discovery: DiscoveryService) {}

  /** @throws DuplicateHandler */
  onApplicationBootstrap(): void {
    for (const [kind, key] of Object.entries(HANDLES)) this.#check(kind, key);
  }

  #check(kind: string, key: string): void {
    const handlers = new Map<unknown, string>();
    for (const { instance } of this.discovery.getProviders()) {
      const handler: unknown = (instance as object | undefined)?.constructor;
      if (typeof handler !== 'function') continue;
      const handled: unknown = Reflect.getMetadata(key, handler);
      if (typeof handled !== 'function') continue;
      const other = handlers.get(handled);
      if (other !== undefined)
        throw new DuplicateHandler(
          `${kind} ${handled.name} 有两个处理器：${other}、${handler.name}；请删去其一，或检查是否有模块重复提供`,
        );
      handlers.set(handled, handler.name);
    }
  }
}
