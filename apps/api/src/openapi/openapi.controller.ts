import { Public } from '@liuhen/access';
import { Untraced } from '@liuhen/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';

/** The description as made at start; written once, when all routes are known. */
export class PublishedDocument {
  document: OpenAPIObject | undefined;
}

@ApiExcludeController()
@Public()
@Untraced('接口说明，不含记录')
@Controller('api')
export class OpenApiController {
  constructor(private readonly published: PublishedDocument) {}

  @Get('openapi.json')
  openApi(): OpenAPIObject | undefined {
    return this.published.document;
  }
}
