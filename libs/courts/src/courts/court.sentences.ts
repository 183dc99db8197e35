import type { Sentences } from '@liuhen/kernel';
import type { Validity } from '../timeline';
import { COURT_KINDS, COURT_LEVELS } from './court';
import type { CourtEvent, Evidence } from './court.events';

export const courtSentences: Sentences<CourtEvent> = {
  CourtEstablished: ({ data }) =>
    `登记法院：${data.name}（${data.code}），${COURT_LEVELS[data.level]}，${COURT_KINDS[data.kind]}${evidence(data)}`,
  CourtRenamed: ({ data }) => `登记法院名称：${period(data)}称${data.name}${evidence(data)}`,
  CourtCodeAssigned: ({ data }) => `登记法院代字：${period(data)}为${data.code}${evidence(data)}`,
  AppealRouteSet: ({ data }) => `登记上诉法院：${period(data)}为${data.to}${evidence(data)}`,
  AdministrativeSuperiorSet: ({ data }) => `登记人财物管理法院：${period(data)}为${data.to}${evidence(data)}`,
  CourtAbolished: ({ data }) =>
    `撤销法院：自${data.on}起${data.successor === null ? '' : `，由${data.successor}承接`}${evidence(data)}`,
};

const period = ({ from, until }: Validity): string =>
  `${from === null ? '' : `自${from}起`}${until === null ? '' : `至${until}止（不含当日）`}`;

const evidence = ({ verified, remark }: Evidence): string =>
  verified ? '' : `（待核${remark === null ? '' : `：${remark}`}）`;
