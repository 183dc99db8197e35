import type { CourtLevel, Outcome, Procedure, Stage } from '../../law/vocabulary';

/** Who brought the case to the second instance: 被告人一方、人民检察院、自诉人、其他当事人. */
export type AppealSide = 'defendantSide' | 'procuratorate' | 'privateProsecutor' | 'party';

/** What started the retrial: 当事人申请、上级法院依职权、检察机关抗诉、本院院长提交审委会. */
export type RetrialOrigin = 'partyApplication' | 'upperCourtMotion' | 'protest' | 'ownCourtMotion';

/** 法释〔2015〕7号第二条第一款第（二）至（四）项; its item 1 is a matter of the grounds. */
export interface OrderedRetrialConditions {
  readonly effectiveAtFirstInstance?: boolean | undefined;
  readonly manyPartiesOrAllCitizens?: boolean | undefined;
  readonly decidedByAdjudicationCommittee?: boolean | undefined;
}

/** 法释〔2015〕7号第三条第（一）至（六）项: any of them true, and the upper court must retry the case itself. */
export interface OrderedRetrialExclusions {
  readonly alreadyRetried?: boolean | undefined;
  readonly decidedByItsCommittee?: boolean | undefined;
  readonly judgeCorruption?: boolean | undefined;
  readonly noRetrialJurisdiction?: boolean | undefined;
  readonly needsUniformLaw?: boolean | undefined;
  readonly otherwiseUnfit?: boolean | undefined;
}

/**
 * What was decided for one defendant or claim. Outcome and grounds can differ from part to part, and a part's
 * ground is a set. An absent field means that the record does not say.
 */
export interface DispositionPart {
  /** The defendant or claim; absent where the decision is one whole. */
  readonly subject?: string | undefined;
  readonly outcome: Outcome;
  /** Codes of the rule table; other strings are accepted as facts and reported. */
  readonly grounds: readonly string[];
  /** Grounds as an imported source prints them, such as 程序违法；认定事实不清. */
  readonly printedGrounds?: readonly string[] | undefined;
  /** Articles as printed, such as 中华人民共和国刑事诉讼法第二百二十五条第一款第（二）项. */
  readonly printedArticles?: readonly string[] | undefined;

  /** 不清的基本事实 */
  readonly unclearFacts?: readonly string[] | undefined;
  /** 能否在本审级查清 */
  readonly findableHere?: boolean | undefined;
  /** Why the facts cannot be found at this instance. */
  readonly whyNotFindable?: string | undefined;
  /** Why the case is remanded although the facts can be found at this instance. */
  readonly whyRemandedAnyway?: string | undefined;
  /** 查清事实后改判 */
  readonly factsClarified?: boolean | undefined;
  /** Whether the lower court ever tried the basic facts. */
  readonly basicFactsTriedBelow?: boolean | undefined;
  /** 调解是自愿的；当事人拒绝即调解不成。 */
  readonly mediation?: 'failed' | 'refused' | 'notOffered' | undefined;
  /** 双方当事人同意由第二审人民法院一并审理 */
  readonly partiesAgreed?: boolean | undefined;
  /** 当事人的起诉符合起诉条件 */
  readonly actionMeetsConditions?: boolean | undefined;
  /** 有关犯罪与其他同案被告人没有关联 */
  readonly separableFromOthers?: boolean | undefined;
  readonly remandScope?: 'whole' | 'compensationOnly' | undefined;
  /** Whether the breach of procedure happened in the new trial after an earlier remand. */
  readonly breachInNewTrial?: boolean | undefined;

  /** 改判后的刑罚较原判 */
  readonly penaltyChange?: 'lighter' | 'same' | 'heavier' | undefined;
  /** Whether a protest or a private prosecutor's appeal is directed at this part. */
  readonly protested?: boolean | undefined;
  readonly heavierThanFirstSentence?: boolean | undefined;
  /** 再审决定书或者抗诉书不针对该原审被告人 */
  readonly outsideRetrialScope?: boolean | undefined;
  readonly firstInstanceSentence?: 'death' | 'suspendedDeath' | 'other' | undefined;
  /** 对被诉行政行为同时作出判决 */
  readonly ruledOnAdministrativeAct?: boolean | undefined;

  readonly orderedTo?: 'originalCourt' | 'otherCourt' | undefined;
  readonly whyOriginalCourt?: string | undefined;
  readonly orderConditions?: OrderedRetrialConditions | undefined;
  readonly orderExclusions?: OrderedRetrialExclusions | undefined;
}

/** 发改指裁判: a draft, a signed decision or an imported fact; the same rules read all three. */
export interface AppellateDecision {
  readonly procedure: Procedure;
  readonly stage: Stage;
  /** YYYY-MM-DD; for a draft, the day it is judged. */
  readonly decidedOn: string | undefined;
  readonly courtLevel?: CourtLevel | undefined;
  readonly appealAgainst?: 'judgment' | 'ruling' | undefined;
  readonly appealedBy?: readonly AppealSide[] | undefined;
  readonly retrialOrigin?: RetrialOrigin | undefined;
  /** The specific reasons that the document states; blank where it is known to state none. */
  readonly reasons?: string | undefined;
  readonly parts: readonly DispositionPart[];
}

/** An earlier disposition in the same family of case numbers; one entry per part where parts differ. */
export interface EarlierDisposition {
  readonly caseNo: string;
  readonly decidedOn: string | undefined;
  readonly procedure: Procedure;
  readonly stage: Stage;
  readonly outcome: Outcome;
  readonly subject?: string | undefined;
  readonly grounds: readonly string[];
  readonly printedGrounds?: readonly string[] | undefined;
  readonly printedArticles?: readonly string[] | undefined;
  /** Whether the procuratorate had protested, or a private prosecutor appealed, when it was made. */
  readonly protested?: boolean | undefined;
  readonly remandedTo?: 'firstInstance' | 'secondInstance' | undefined;
}

export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
