import { isAdministrator, parseCaseNumber } from '@liuhen/courts';
import { refuserOf, type EventHeader, type Party, type RefusalTable } from '@liuhen/kernel';
import { Injectable } from '@nestjs/common';
import { Directory } from '../directory/directory';
import type { CommandAct, Reader } from '../identity/reader';
import { CourtSight } from './court-sight';

export const accessRefusals = {
  'case-not-found': { text: '没有这个案件，或者您无权查阅' },
  'not-own-court': { text: '只能办理本院案件' },
  'administration-not-permitted': { text: '管理记录由审计管理员和院长查阅' },
} satisfies RefusalTable;

const refuse = refuserOf(accessRefusals);

/** The courts that decide who may read a case. */
export interface CaseCourts {
  /** Code of the court that hears it; `null` where the record does not tell. */
  readonly handlingCourt: string | null;
  /** Code of the court that entered it here: another one for a case imported from elsewhere. */
  readonly recordedByCourt: string;
}

/** What of a case decides who may read its inner file, and what of it is kept from whom. */
export interface CaseFile extends CaseCourts {
  /** Ids of those who sit on the panel or handle the case. */
  readonly judges: readonly string[];
  /** 案件保护: whether what concerns its parties is kept from other courts. */
  readonly isProtected: boolean;
}

/** What of a matter between courts decides who may read it. */
export interface MatterFile {
  /** 发起: code of the court that issues it. */
  readonly issuerCourt: string;
  /** Codes of the courts at which it is aimed; none before it is issued. */
  readonly targetCourts: readonly string[];
  /** Those at whom it is aimed, and who answer for it. */
  readonly aimedAt: readonly Involved[];
  /** All others who have or had something to do in it. */
  readonly involved: readonly Involved[];
}

/** What of a reader decides which matters they may read; for SQL that says the same as {@link Policies.mayReadMatter}. */
export interface MatterSight {
  /** The codes of the reader's court, former ones included. */
  readonly courts: readonly string[];
  /** Whether the matters of that court are theirs to read without their having to do with them. */
  readonly oversees: boolean;
  /** Whether they may read at all what the issuing side does for itself. */
  readonly within: boolean;
}

/** A post, and where several hold it the one of them. */
export interface Involved {
  readonly post: string;
  readonly person: string | null;
}

/** The machine that cosigns checkpoints for a higher court: it reads the headers of all logs, and nothing else. */
const COSIGNER = 'ledgerCosigner';

/** Posts that keep the machine running, or order among those who do, and have no business with cases (信息中心, 三员, 联署). */
const isWithoutCases = (kind: string): boolean =>
  ['informationOfficer', COSIGNER].includes(kind) || isAdministrator(kind);

/** Who answers for cases without trying them: they read the inner file of every case of their court. */
const OVERSEEING: ReadonlySet<Party> = new Set(['courtLeaders', 'trialManagement']);

/** Who oversees the supervision of a court, in it: they read every matter that it issues or that is aimed at it. */
const OVERSEEING_MATTERS: ReadonlySet<string> = new Set([
  'partySecretary',
  'president',
  'vicePresident',
  'trialManagementDirector',
  'trialManagementOfficer',
]);

/** What a policy asks of a reader. */
type Asking = Pick<Reader, 'court' | 'kind'>;
type AskingForInnerFile = Asking & Pick<Reader, 'party' | 'person'>;
type AskingForMatter = Asking & Pick<Reader, 'post' | 'person'>;
type Acting = Pick<CommandAct, 'court' | 'actor' | 'source'>;

/**
 * Who may do and see what. A court sees its own cases and those of the courts beneath it in the appeal chain; it acts
 * on its own only. What may not be read is said not to exist, so that no answer reveals it.
 */
@Injectable()
export class Policies {
  readonly #sight: CourtSight;

  constructor(private readonly directory: Directory) {
    this.#sight = new CourtSight(directory);
  }

  mayReadCase({ handlingCourt, recordedByCourt }: CaseCourts, reader: Asking): boolean {
    if (isWithoutCases(reader.kind)) return false;
    return (
      this.#sight.sees(reader.court, recordedByCourt) ||
      (handlingCourt !== null && this.#sight.sees(reader.court, handlingCourt))
    );
  }

  /** @throws Refusal `case-not-found` */
  requireMayReadCase(courts: CaseCourts, reader: Asking): void {
    if (!this.mayReadCase(courts, reader)) throw refuse('case-not-found');
  }

  /**
   * 副卷: in the court that hears the case, its leaders, trial management, and those who try it; in the courts above,
   * leaders, trial management and inspectors. Nobody else who may read the case learns what happened in it
   * (最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释 第五十三条).
   */
  mayReadInnerFile(file: CaseFile, reader: AskingForInnerFile): boolean {
    if (isWithoutCases(reader.kind)) return false;
    const court = file.handlingCourt ?? file.recordedByCourt;
    if (!this.#sight.sees(reader.court, court)) return false;
    if (OVERSEEING.has(reader.party)) return true;
    return this.#isSame(reader.court, court)
      ? file.judges.includes(reader.person)
      : reader.kind === 'inspector';
  }

  /** 遮挡: whether the parties' personal data and the documents of a case that the reader may read are kept from them. */
  masksPersonal({ handlingCourt, recordedByCourt, isProtected }: CaseFile, { court }: Asking): boolean {
    return isProtected && !this.#isSame(court, handlingCourt ?? recordedByCourt);
  }

  /** 督导事项: each side sees it, the side aimed at from its issue on; nobody else learns that there is one. */
  mayReadMatter(file: MatterFile, reader: AskingForMatter): boolean {
    if (this.mayReadMatterWithin(file, reader)) return true;
    if (!this.#isOneOf(file.targetCourts, reader.court)) return false;
    return (
      OVERSEEING_MATTERS.has(reader.kind) || isAmong(file.aimedAt, reader) || isAmong(file.involved, reader)
    );
  }

  /** What the issuing side does for itself: closed to those at whom the matter is aimed, also in its own court. */
  mayReadMatterWithin(file: MatterFile, reader: AskingForMatter): boolean {
    if (isWithoutCases(reader.kind) || isAmong(file.aimedAt, reader)) return false;
    if (!this.#isSame(reader.court, file.issuerCourt)) return false;
    return OVERSEEING_MATTERS.has(reader.kind) || isAmong(file.involved, reader);
  }

  matterSight({ court, kind }: Asking): MatterSight {
    return {
      courts: this.codesOf(court),
      oversees: OVERSEEING_MATTERS.has(kind),
      within: !isWithoutCases(kind),
    };
  }

  /** The codes of a court, former ones included; for `= any($1)`. */
  codesOf(court: string): readonly string[] {
    return this.#sight.codesOf(court);
  }

  /** Whether a court, by its code, is the reader's own or one beneath it. */
  seesCourt(reader: string, other: string): boolean {
    return this.#sight.sees(reader, other);
  }

  /** 账本: whether the reader may read the headers of every log. Their content tells who did what, when and on which case. */
  mayReadLedger({ kind }: Pick<Reader, 'kind'>): boolean {
    return kind === COSIGNER;
  }

  /** The codes, former ones included, of the courts whose cases the reader sees; for `= any($1)`. */
  visibleCourts(reader: Asking): readonly string[] {
    if (isWithoutCases(reader.kind)) return [];
    return this.#sight.codesSeenBy(reader.court);
  }

  /** Whether a case number, of a case that there is or is not, names a court whose cases the reader sees. */
  seesCourtOf(caseNumber: string, reader: Asking): boolean {
    const court = courtOfNumber(caseNumber);
    return court !== null && this.visibleCourts(reader).includes(court);
  }

  /** The case system imports for any court what happened there. */
  mayActOn(courtOfCase: string | null, { court, actor, source }: Acting): boolean {
    if (actor.party === 'system' && source === 'imported') return true;
    return courtOfCase !== null && !this.#isWithoutCases(actor.post) && this.#isSame(court, courtOfCase);
  }

  /** @throws Refusal `not-own-court`; `case-not-found` for whom the case does not exist */
  requireMayActOn(courtOfCase: string | null, act: Acting): void {
    if (this.mayActOn(courtOfCase, act)) return;
    const readable =
      courtOfCase !== null &&
      !this.#isWithoutCases(act.actor.post) &&
      this.#sight.sees(act.court, courtOfCase);
    throw refuse(readable ? 'not-own-court' : 'case-not-found');
  }

  /**
   * Whether an event may go out in the feed. The inner file and the isolated record never do: they are read where each
   * look leaves a trace of its own.
   */
  mayReadEvent(header: Pick<EventHeader, 'secrecy' | 'case' | 'court'>, reader: Asking): boolean {
    if (header.secrecy !== 'open') return false;
    const recordedByCourt = header.court;
    if (this.mayReadCase({ handlingCourt: null, recordedByCourt }, reader)) return true;
    return this.mayReadCase({ handlingCourt: courtOfNumber(header.case), recordedByCourt }, reader);
  }

  #isOneOf(courts: readonly string[], court: string): boolean {
    return courts.some((one) => this.#isSame(one, court));
  }

  #isWithoutCases(post: string): boolean {
    return isWithoutCases(this.directory.posts.get(post)?.kind ?? '');
  }

  /** Under whichever of its codes. */
  #isSame(a: string, b: string): boolean {
    return this.#sight.sees(a, b) && this.#sight.sees(b, a);
  }
}

const isAmong = (involved: readonly Involved[], { post, person }: AskingForMatter): boolean =>
  involved.some((one) => one.post === post && (one.person === null || one.person === person));

function courtOfNumber(caseNumber: string | null): string | null {
  const parsed = caseNumber === null ? undefined : parseCaseNumber(caseNumber);
  return parsed?.ok && 'code' in parsed.caseNumber.court ? parsed.caseNumber.court.code : null;
}
