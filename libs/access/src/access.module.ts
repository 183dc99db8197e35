import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Directory } from './directory/directory';
import { Identities } from './identity/identities';
import { IdentityGuard } from './identity/identity.guard';
import { Policies } from './policies/policies';
import { LocalIssuer, LocalIssuerController } from './tokens/local-issuer.controller';
import { TokenVerifier } from './tokens/token-verifier';

export interface AccessParts {
  readonly directory: Directory;
  readonly verifier: TokenVerifier;
  /** Where this server issues tokens for local use itself. */
  readonly local: LocalIssuer | undefined;
}

/** Gives every slice the policies, and every route the guard. */
@Module({})
export class AccessModule {
  static with({ directory, verifier, local }: AccessParts): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      controllers: local ? [LocalIssuerController] : [],
      providers: [
        { provide: Directory, useValue: directory },
        { provide: TokenVerifier, useValue: verifier },
        { provide: LocalIssuer, useValue: local },
        { provide: APP_GUARD, useClass: IdentityGuard },
        Identities,
        Policies,
      ],
      exports: [Directory, Policies],
    };
  }
}
