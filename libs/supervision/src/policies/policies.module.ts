import { policyRefusals } from '@liuhen/courts';
import { Module } from '@nestjs/common';
import { courtRulesRefusals } from '../court-rules/court-rules.refusals';
import type { SupervisoryAct } from '../supervisory-act';
import { PoliciesController } from './policies.controller';
import { HandlePolicyHandler } from './policies.handler';
import { ShowPoliciesInForceHandler, ShowPolicyVersionHandler } from './policies.query';

@Module({
  controllers: [PoliciesController],
  providers: [HandlePolicyHandler, ShowPoliciesInForceHandler, ShowPolicyVersionHandler],
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
  refusals: { ...policyRefusals, ...courtRulesRefusals },
  projections: [],
  module: PoliciesModule,
};
