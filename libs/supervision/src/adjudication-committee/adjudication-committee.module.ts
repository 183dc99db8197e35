import { Module } from '@nestjs/common';
import type { SupervisoryAct } from '../supervisory-act';
import { AdjudicationCommitteeController } from './adjudication-committee.controller';
import { adjudicationCommitteeDuties } from './adjudication-committee.duties';
import { adjudicationCommitteeEvents, COMMITTEE_DUTIES } from './adjudication-committee.events';
import { HandleCommitteeHandler } from './adjudication-committee.handler';
import { ListCommitteeMattersHandler } from './adjudication-committee.query';
import { adjudicationCommitteeRefusals } from './adjudication-committee.refusals';
import { adjudicationCommitteeSentences } from './adjudication-committee.sentences';
import { adjudicationCommitteePowers } from './adjudication-committee.powers';

@Module({
  controllers: [AdjudicationCommitteeController],
  providers: [HandleCommitteeHandler, ListCommitteeMattersHandler],
})
class AdjudicationCommitteeModule {}

export const adjudicationCommitteeAct: SupervisoryAct = {
  name: 'adjudication-committee',
  title: '审判委员会',
  events: adjudicationCommitteeEvents,
  sentences: adjudicationCommitteeSentences,
  duties: adjudicationCommitteeDuties,
  dutyKinds: COMMITTEE_DUTIES,
  powers: adjudicationCommitteePowers,
  refusals: adjudicationCommitteeRefusals,
  projections: [],
  module: AdjudicationCommitteeModule,
};
