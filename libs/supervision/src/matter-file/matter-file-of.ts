import type { MatterFile } from '@liuhen/access';
import type { DutyHolder } from '@liuhen/kernel';
import type { Matter } from '../matter-rules/matter';
import type { MatterTarget } from '../supervision-matter/supervision-matter.events';

/** What decides who may read a matter and act on it, from its stream. */
export function matterFileOf({ issuer, content, involved, everIssued }: Matter): MatterFile {
  const { targets } = content;
  const aimedAt = targets.flatMap(aimedAtBy);
  const isAimed = (holder: DutyHolder) =>
    aimedAt.some(({ post, person }) => post === holder.post && person === holder.person);
  return {
    issuerCourt: issuer.court,
    targetCourts: everIssued ? targets.map(({ court }) => court) : [],
    aimedAt,
    involved: involved.filter((holder) => !isAimed(holder)),
  };
}

const aimedAtBy = ({ post, person, responsible, answeredBy }: MatterTarget) => [
  ...(post === null ? [] : [{ post, person }]),
  ...(answeredBy === 'target' ? [responsible] : []),
];
