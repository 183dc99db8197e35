import type { EventHeader } from '@liuhen/kernel';
import type { MatterEvent } from '../matter-rules/matter-events';
import type { TalkView } from './accountability-talk.views';

type History = readonly (MatterEvent & { readonly header: Pick<EventHeader, 'recordedAt'> })[];

/** The talk of each round that has one; what was planned anew stands for what was planned before. */
export const talksIn = (history: History): readonly TalkView[] =>
  history.flatMap((event, place) => {
    if (event.type !== 'TalkPlanned') return [];
    const { round, talkers, recorder, heldOn, place: where, subject, materials } = event.data;
    const since = history.slice(place + 1).filter(({ data }) => data.round === round);
    if (since.some(({ type }) => type === 'TalkPlanned')) return [];
    const plan = { talkers, recorder, heldOn, place: where, subject, materials };
    return [{ round, plan, rescheduled: rescheduledIn(since), held: heldIn(since) }];
  });

const rescheduledIn = (since: History): TalkView['rescheduled'] =>
  since.flatMap(({ type, data, header }) =>
    type === 'TalkRescheduled' ? [{ heldOn: data.heldOn, reason: data.reason, at: header.recordedAt }] : [],
  );

const heldIn = (since: History): TalkView['held'] =>
  since
    .flatMap(({ type, data }) => (type === 'TalkHeld' ? [data] : []))
    .map(({ talkers, recorder, heldOn, record, summary, commitments }) => ({
      ...{ talkers, recorder, heldOn, record, summary, commitments },
      signature: signatureIn(since),
    }))[0] ?? null;

type Signature = NonNullable<TalkView['held']>['signature'];

const signatureIn = (since: History): Signature =>
  since.flatMap(({ type, data, header: { recordedAt: at } }): readonly NonNullable<Signature>[] => {
    if (type === 'TalkSignatureLapsed') return [{ outcome: 'lapsed', remark: null, at }];
    if (type !== 'TalkRecordSigned') return [];
    return [{ outcome: data.signed ? 'signed' : 'refused', remark: data.remark, at }];
  })[0] ?? null;
