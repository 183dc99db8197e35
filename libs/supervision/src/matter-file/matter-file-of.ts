import type { MatterFile } from '@liuhen/access';
import type { Matter } from '../matter-rules/matter';
import type { ItemOwner, MatterTarget } from '../supervision-matter/supervision-matter.events';

/** What decides who may read a matter and act on it, from its stream. */
export function matterFileOf(matter: Matter): MatterFile {
  const { issuer, content, told, involved } = matter;
  const aimedAt = [...[...told, ...content.targets].flatMap(aimedAtBy), ...puttingRight(matter)];
  const isAimed = (holder: Named) => aimedAt.some((one) => isSame(one, holder));
  return {
    issuerCourt: issuer.court,
    targetCourts: [...new Set(told.map(({ court }) => court))],
    aimedAt,
    involved: involved.filter((holder) => !isAimed(holder)),
  };
}

type Named = Pick<ItemOwner, 'post' | 'person'>;

const isSame = (one: Named, other: Named): boolean => one.post === other.post && one.person === other.person;

const aimedAtBy = ({ post, person, responsible, answeredBy }: MatterTarget): readonly Named[] => [
  ...(post === null ? [] : [{ post, person }]),
  ...(answeredBy === 'target' ? [responsible] : []),
];

/** Who has something to put right in a court aimed at is of that side, also where the court is the issuing one. */
const puttingRight = ({ items, told, issuer, approver }: Matter): readonly Named[] =>
  [...items.values()]
    .map(({ terms }) => terms.owner)
    .filter(({ court }) => told.some((target) => target.court === court))
    .filter((owner) => !isSame(owner, issuer) && !isSame(owner, approver));
