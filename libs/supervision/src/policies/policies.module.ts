import { policyRefusals } from '@liuhen/courts';
import { Module } from '@nestjs/common';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import type { SupervisoryAct } from '../supervisory-act';
import { DryRunController } from './dry-run.controller';
import { RunDryHandler } from './dry-run.query';
import { PoliciesController } from './policies.controller';
import { HandlePolicyProposalHandler } from './policies.handler';
import { PolicyProposalsController } from './policy-proposals.controller';
import { submittedDocuments } from './policies.projection';
import { ShowPoliciesInForceHandler, ShowPolicyVersionHandler } from './policies.query';
import { dryRunRefusals } from './policies.refusals';

@Module({
  controllers: [DryRunController, PolicyProposalsController, PoliciesController],
  providers: [
    HandlePolicyProposalHandler,
    ShowPoliciesInForceHandler,
    ShowPolicyVersionHandler,
    RunDryHandler,
  ],
})
class PoliciesModule {}

/** Its events are the courts' own, in the administration log. */
export const policiesAct: SupervisoryAct = {
  name: 'policies',
  title: '审判权责规则',
  events: {},
  sentences: {},
  duties: {},
  dutyKinds: {},
  powers: {},
  refusals: { ...policyRefusals, ...courtRulesRefusals, ...dryRunRefusals },
  projections: [submittedDocuments],
  module: PoliciesModule,
};
