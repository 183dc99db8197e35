import type { Reader } from '@liuhen/access';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DutyRegister } from './duty-register';
import { DutyTeller } from './duty-teller';
import type { FoundDuty } from './duty-sql';
import type { Worklist } from './duties.views';

/** What a person owes in all of their posts, for others, and what others owe them. */
export class ShowWorklist extends Query<Worklist> {
  constructor(
    readonly reader: Pick<Reader, 'person'>,
    /** Of each of the three lists. */
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ShowWorklist)
export class ShowWorklistHandler implements IQueryHandler<ShowWorklist> {
  constructor(
    private readonly register: DutyRegister,
    private readonly teller: DutyTeller,
  ) {}

  async execute({ reader: { person }, limit }: ShowWorklist): Promise<Worklist> {
    const { today } = this.register;
    const answered = this.register.answeredBy(person, today);
    const [own, others] = [
      answered.filter(({ why }) => why === 'holder'),
      answered.filter(({ why }) => why !== 'holder'),
    ];
    const [mine, delegated, owedToMe] = await Promise.all([
      this.register.owedBy(own, limit + 1),
      this.register.owedBy(others, limit + 1),
      this.register.owedTo(person, answered, limit + 1),
    ]);
    const part = (found: readonly FoundDuty[]) => ({
      items: this.teller.views(found.slice(0, limit), today),
      more: found.length > limit,
    });
    return { mine: part(mine), delegated: part(delegated), owedToMe: part(owedToMe) };
  }
}
