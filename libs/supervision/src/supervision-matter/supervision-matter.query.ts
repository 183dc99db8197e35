import { Directory, type Reader } from '@liuhen/access';
import { clausesInForce, courtAt } from '@liuhen/courts';
import { isRefusal } from '@liuhen/kernel';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { MatterReader } from '../matter-file/matter-reader';
import { commonMatterRulesOf, instrumentRulesOf, MATTER_POLICY } from '../matter-rules/instrument-policy';
import { INSTRUMENTS, type Instrument } from '../matter-rules/instruments';
import { refuse } from '../matter-rules/matter-rules.refusals';
import { refusedIn, warnedIn, type ScreenedText } from '../matter-rules/screening';
import type { Clauses } from '../court-rules/policy-shape';
import { standingOf } from './standing';
import type { MatterId } from './supervision-matter.events';
import type { MatterStandingView, RouteList, ScreeningView } from './supervision-matter.views';

/** A matter as it stands, straight from its stream. */
export class ShowMatter extends Query<MatterStandingView> {
  constructor(
    readonly matter: MatterId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowMatter)
export class ShowMatterHandler implements IQueryHandler<ShowMatter> {
  constructor(private readonly matters: MatterReader) {}

  /** @throws Refusal `matter-not-found` */
  async execute({ matter: id, reader }: ShowMatter): Promise<MatterStandingView> {
    const { history, within, revision } = await this.matters.read(id, reader);
    const standing = standingOf(history, within);
    if (!standing) throw refuse('matter-not-found', 'matter');
    return { matter: id, ...standing, revision };
  }
}

/** 谁可以向谁发, by the rules that bind a court today. Rules are no secret. */
export class ListRoutes extends Query<RouteList> {
  constructor(
    /** Code; the reader's own court unless said. */
    readonly court: string | undefined,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListRoutes)
export class ListRoutesHandler implements IQueryHandler<ListRoutes> {
  constructor(private readonly directory: Directory) {}

  /** @throws Refusal `policy-missing` */
  execute({ court = '', reader }: ListRoutes): Promise<RouteList> {
    const code = court === '' ? reader.court : court;
    const clauses = matterClausesOf(this.directory, code);
    const routes = (Object.keys(INSTRUMENTS) as Instrument[]).flatMap((instrument) => {
      const rules = instrumentRulesOf(instrument, clauses);
      if (isRefusal(rules)) throw rules;
      return rules.routes.routes.map((route) => ({
        instrument,
        ...route,
        byName: route.byName ?? false,
        kinds: rules.targets.kinds,
        mine: code === reader.court && route.issuers.includes(reader.kind),
      }));
    });
    return Promise.resolve({ court: code, routes });
  }
}

/** 词句审查 by the rules of the reader's court; nothing is recorded. */
export class ScreenWording extends Query<ScreeningView> {
  constructor(
    readonly texts: readonly ScreenedText[],
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ScreenWording)
export class ScreenWordingHandler implements IQueryHandler<ScreenWording> {
  constructor(private readonly directory: Directory) {}

  /** @throws Refusal `policy-missing` */
  execute({ texts, reader }: ScreenWording): Promise<ScreeningView> {
    const common = commonMatterRulesOf(matterClausesOf(this.directory, reader.court));
    if (isRefusal(common)) throw common;
    const { screening } = common;
    return Promise.resolve({ refused: refusedIn(texts, screening), warned: warnedIn(texts, screening) });
  }
}

function matterClausesOf({ courts, policies, today }: Directory, code: string): Clauses {
  const courtId = courtAt(courts, code, today)?.id ?? code;
  return clausesInForce(policies, courts, MATTER_POLICY, courtId, today);
}
