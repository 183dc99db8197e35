import { CONTENTS } from './bundle-contents';
import { EVENTS } from './bundle-events';
import { MANIFESTS } from './bundle-manifest';
import { PROOFS } from './bundle-proofs';
import { SIGNATURES } from './bundle-signatures';
import type { Cells } from './cell';
import { CHECKPOINT_ROWS } from './checkpoint-rows';
import { EVENT_ROWS } from './event-rows';
import { HEADS } from './heads';
import { LOG_ROWS } from './log-rows';
import { NUMBERING } from './numbering';
import { OTHER_PLACES } from './other-places';
import { OWN_SIGNATURES } from './own-signatures';
import type { Place } from './places';
import { TILE_ROWS } from './tile-rows';
import { WHOLE_LOGS } from './whole-log';

/** By the files of tests that try them. */
export const BUNDLES = { ...MANIFESTS, ...EVENTS, ...PROOFS, ...SIGNATURES, ...CONTENTS, ...OWN_SIGNATURES };
export const ROWS_OF_LOGS = { ...EVENT_ROWS, ...LOG_ROWS };
export const ROWS_OF_LEDGERS = { ...TILE_ROWS, ...CHECKPOINT_ROWS, ...HEADS };
export const REMAINING_PLACES = { ...NUMBERING, ...OTHER_PLACES };

/** The whole table. */
export const CELLS: Cells<Place> = {
  ...BUNDLES,
  ...ROWS_OF_LOGS,
  ...ROWS_OF_LEDGERS,
  ...WHOLE_LOGS,
  ...REMAINING_PLACES,
};
