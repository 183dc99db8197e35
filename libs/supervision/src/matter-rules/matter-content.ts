import type { MatterContent } from '../supervision-matter/supervision-matter.events';

/** What is drafted, approved and sent, without what the event that carries it says beside. */
export const contentOf = ({
  instrument,
  title,
  trigger,
  cause,
  problem,
  demands,
  targets,
  coOrganisers,
  deadline,
  attachments,
  origin,
}: MatterContent): MatterContent => ({
  instrument,
  title,
  trigger,
  cause,
  problem,
  demands,
  targets,
  coOrganisers,
  deadline,
  attachments,
  origin,
});
