import type { Refusal } from '@liuhen/kernel';
import { overlaps } from '../timeline';
import { indexOf } from './post-index';
import { isAdministrator } from './post-kind';
import type { PostDirectory } from './post-record';
import type { PersonAppointed } from './post.events';
import { refuse } from './post.refusals';

/** An administrator holds no other post, in whichever court: in it they could do or see what they administer. */
export function refuseOtherPost(
  { person, from }: PersonAppointed['data'],
  kind: string,
  { posts }: { readonly posts: PostDirectory },
): Refusal | undefined {
  const others = (indexOf(posts).held.get(person) ?? []).flatMap((id) => {
    const other = posts.get(id);
    const isHeld = other?.tenures.some(
      (tenure) => tenure.person === person && overlaps(tenure, { from, until: null }),
    );
    return other && isHeld ? [other.kind] : [];
  });
  const isMixed = others.length > 0 && [kind, ...others].some(isAdministrator);
  return isMixed ? refuse('administrators-separate', 'person') : undefined;
}
