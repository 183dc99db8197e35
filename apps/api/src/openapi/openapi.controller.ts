import { Public } from '@liuhen/access';
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';

/** The description as made at start; written once, when all routes are known. */
export class PublishedDocument {
  document: OpenAPIObject | undefined;
}

@ApiExcludeController()
@Public()
@Controller('api')
export class OpenApiController {
  constructor(private readonly published: PublishedDocument) {}

  @Get('openapi.json')
  openApi(): OpenAPIObject | undefined {
    return this.published.document;
  }
}
