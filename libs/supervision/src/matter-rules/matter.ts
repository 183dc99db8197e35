import type { CalendarDate, DutyHolder, DutyTerms } from '@liuhen/kernel';
import type {
  GivenReply,
  MatterContent,
  MatterTarget,
  RectificationItem,
} from '../supervision-matter/supervision-matter.events';
import type { Instrument, Stage } from './instruments';

/** How an item of rectification stands. */
export interface ItemState {
  readonly terms: RectificationItem;
  /** What is not done when the matter is escalated is left to the next instrument. */
  readonly status: 'open' | 'reported' | 'done' | 'superseded';
  /** The open duty, of its owner or of who checks; `null` when there is nothing more to do. */
  readonly duty: string | null;
}

/** Whether somebody still has something to do for it. */
export const isUnfinished = ({ status }: Pick<ItemState, 'status'>): boolean =>
  status === 'open' || status === 'reported';

/** 督导事项 as its events leave it. */
export interface Matter {
  readonly status: 'begun';
  readonly round: number;
  readonly stage: Stage;
  /** Of this round: as drafted. */
  readonly content: MatterContent;
  readonly issuer: DutyHolder;
  readonly approver: DutyHolder;
  readonly confidential: boolean;
  /** The day on which this round was issued. */
  readonly issuedOn: CalendarDate | null;
  /** At what the rounds were aimed that were issued and are not confidential: nobody else beside the issuing side knows. */
  readonly told: readonly MatterTarget[];
  /** Instruments so far, in their order. */
  readonly chain: readonly Instrument[];
  /** What is owed now, by the names of the duties. */
  readonly open: ReadonlyMap<string, DutyTerms>;
  /** Persons who signed or answered for those aimed at, in whichever post they are now. */
  readonly answerers: readonly string[];
  /** Everybody who was ever charged with something, or took part in it. */
  readonly involved: readonly Pick<DutyHolder, 'post' | 'person'>[];
  /** How many duties of a kind were ever opened: numbers the next. */
  readonly opened: ReadonlyMap<string, number>;
  /** Replies, returns and extensions of this round. */
  readonly replies: number;
  readonly returns: number;
  readonly extensions: number;
  /** Working days that were asked for and not decided on. */
  readonly extensionAsked: number | null;
  /** 整改事项 that the last reply offers. */
  readonly offered: MatterReplyItems;
  /** How many demands the examination of the last reply found not answered; `null` before it. */
  readonly unsatisfied: number | null;
  readonly items: ReadonlyMap<string, ItemState>;
  /** Follow-ups that were made since the last closing-out. */
  readonly followUps: number;
  /** 中止: nobody answers for it until somebody is named again. */
  readonly suspended: boolean;
  /** To which instrument it was escalated and not drafted yet. */
  readonly escalatedTo: Instrument | null;
}

/** As offered: they have no numbers yet. */
type MatterReplyItems = GivenReply['items'];

export type MatterState = { readonly status: 'none' } | Matter;
