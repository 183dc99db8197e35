import { specify } from '@liuhen/kernel/testing';
import { registered } from '../court-rules/testing/nanming-case';
import { evidenceHoldDecider, type EvidenceHoldCommand } from './evidence-hold.decider';
import type { EvidenceHoldEvent } from './evidence-hold.events';

const given = specify(evidenceHoldDecider, undefined);

const place: EvidenceHoldCommand = { type: 'HoldEvidence', data: { reason: '线索核查' } };
const release: EvidenceHoldCommand = { type: 'ReleaseEvidence', data: { hold: '1', reason: '核查结束' } };
const held = {
  type: 'EvidenceHeld' as const,
  data: { hold: '1', reason: '线索核查' },
  header: { court: '黔' },
};
const released: EvidenceHoldEvent = { type: 'EvidenceReleased', data: { hold: '1', reason: '核查结束' } };
const above = { court: '黔' };

describe('证据保全', () => {
  it('is placed with a reason, in isolation, as often as somebody has one', () => {
    given(registered).when(place, above).then({ type: 'EvidenceHeld', data: held.data, secrecy: 'isolated' });
    given(registered, held)
      .when(place, above)
      .then({ type: 'EvidenceHeld', data: { ...held.data, hold: '2' }, secrecy: 'isolated' });
  });

  it('is released once, by the court that holds', () => {
    given(registered, held)
      .when(release, above)
      .then({ ...released, secrecy: 'isolated' });
    given(registered, held).when(release, { court: '黔01' }).thenRefused('hold-of-other-court');
    given(registered, held, released).when(release, above).thenRefused('hold-not-open');
    given(registered).when(release, above).thenRefused('hold-not-open');
  });

  it('is on a case that there is', () => {
    given().when(place, above).thenRefused('case-not-found');
  });
});
