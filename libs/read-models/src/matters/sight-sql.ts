/** Of the issuing side; see `Policies.mayReadMatterWithin`. */
const WITHIN = '$4 and m.issuer_court = any($1) and not m.aimed_at && $2';

/**
 * What a reader may see, as `Policies.mayReadMatter` says it: matters of their own court, under its codes ($1), by either
 * side; all of them where they oversee ($3), else those in which they ($2) have something to do.
 */
export const SEEN = `($3 or m.people && $2) and (${WITHIN} or m.target_courts && $1)`;

/** Matters, and how each stands for the reader. */
export const STANDING = `
  from read.matters m
  cross join lateral (select ${WITHIN} as within) s
  cross join lateral (
    select case when s.within then m.round else m.shown_round end as round,
           case when s.within then m.over else m.shown_over end as over,
           case when s.within then m.due else m.shown_due end as due,
           case when s.within then m.next else m.shown_next end as next) k`;

/** Matters, and of each the round that goes on; looked up one by one, so that a page of them is read in their order. */
export const CURRENT_ROUNDS = `${STANDING}
  cross join lateral (
    select * from read.matter_rounds own where own.matter = m.matter and own.round = k.round limit 1) r`;

/** Matters, and every round of which the reader may know. */
export const ROUNDS = `${STANDING} join read.matter_rounds r on r.matter = m.matter and (s.within or r.told)`;
