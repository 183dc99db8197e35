import { TRACED, UNTRACED } from '@liuhen/platform';
import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';

/** A route that is read without a trace, and without a reason why. */
class UntracedRoute extends Error {
  override readonly name = 'UntracedRoute';
}

/** No server starts with a route whose reading would leave no trace because nobody thought of it. */
@Injectable()
export class TracedRoutes implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws UntracedRoute */
  onApplicationBootstrap(): void {
    const untold = this.discovery.getControllers().flatMap(({ metatype }) => this.#untoldIn(metatype));
    if (untold.length > 0)
      throw new UntracedRoute(
        `${untold.join('、')} 须以 @Traced 说明如何留痕，或者以 @Untraced 说明为何不留痕`,
      );
  }

  #untoldIn(controller: unknown): readonly string[] {
    if (typeof controller !== 'function') return [];
    const prototype = controller.prototype as Readonly<Record<string, object>>;
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((name) => isRead(prototype[name]) && !says(controller, prototype[name]))
      .map((name) => `${controller.name}.${name}`);
  }
}

const isRead = (handler: object = {}): boolean => {
  const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
  return method === RequestMethod.GET || method === RequestMethod.ALL || method === RequestMethod.HEAD;
};

const says = (controller: object, handler: object = {}): boolean =>
  Reflect.hasMetadata(TRACED, handler) ||
  [handler, controller].some((place) => Reflect.hasMetadata(UNTRACED, place));
