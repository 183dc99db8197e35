import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Directory } from './directory/directory';
import { Identities } from './identity/identities';
import { IdentityGuard } from './identity/identity.guard';
import { SecondFactor } from './identity/second-factor';
import { Policies } from './policies/policies';
import { Powers } from './powers/powers';
import { PostKeeping } from './posts/post-keeping';
import { KeyController } from './keys/key.controller';
import { HandleKeyProposalHandler } from './keys/key.handler';
import { ListKeysHandler } from './keys/key.query';
import { PostProposalController } from './posts/post-proposal.controller';
import { HandlePostProposalHandler } from './posts/post-proposal.handler';
import { PostController } from './posts/post.controller';
import { HandlePostHandler } from './posts/post.handler';
import { ListPostsHandler } from './posts/post.query';
import { AdministrationSight } from './proposals/administration-sight';
import { GuardedChanges } from './proposals/guarded-changes';
import { ListProposalsHandler } from './proposals/proposal.query';
import { TokenVerifier } from './tokens/token-verifier';

export interface AccessParts {
  readonly directory: Directory;
  readonly verifier: TokenVerifier;
  readonly secondFactor: SecondFactor;
}

/** Gives every slice the policies, and every route the guard; serves who holds which post. */
@Module({})
export class AccessModule {
  static with({ directory, verifier, secondFactor }: AccessParts): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      controllers: [PostProposalController, PostController, KeyController],
      providers: [
        { provide: Directory, useValue: directory },
        { provide: TokenVerifier, useValue: verifier },
        { provide: SecondFactor, useValue: secondFactor },
        { provide: APP_GUARD, useClass: IdentityGuard },
        Identities,
        Policies,
        Powers,
        PostKeeping,
        AdministrationSight,
        GuardedChanges,
        HandlePostHandler,
        HandlePostProposalHandler,
        HandleKeyProposalHandler,
        ListKeysHandler,
        ListProposalsHandler,
        ListPostsHandler,
      ],
      exports: [AdministrationSight, Directory, GuardedChanges, Policies, Powers, SecondFactor],
    };
  }
}
