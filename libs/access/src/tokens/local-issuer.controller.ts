import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../identity/public.decorator';
import { keySetOf, type LocalKey } from './local-issuer';

/** What the local issuer publishes: its key, and where it listens. */
export abstract class LocalIssuer {
  abstract readonly key: LocalKey;
  abstract readonly issuer: () => string;
}

/** The local issuer's discovery document and keys, so that its tokens are verified by the path of any issuer's. */
@ApiExcludeController()
@Public()
@Controller('.well-known')
export class LocalIssuerController {
  constructor(@Inject(LocalIssuer) private readonly local: LocalIssuer) {}

  @Get('openid-configuration')
  discovery(): object {
    const issuer = this.local.issuer();
    return {
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      response_types_supported: [],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
    };
  }

  @Get('jwks.json')
  keys(): object {
    return keySetOf(this.local.key);
  }
}
