import { CurrentAct, CurrentReader, Policies, type CommandAct, type Reader } from '@liuhen/access';
import { execute, type Receipt } from '@liuhen/event-store';
import { Refusal, type Decider, type Message } from '@liuhen/kernel';
import {
  isWhole,
  ListField,
  NestedField,
  type Page,
  pageOf,
  PageQuery,
  readCursor,
  Runtimes,
  SeenRevision,
  TextField,
  Untraced,
  WholeNumberField,
} from '@liuhen/platform';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';

/** The smallest slice there can be, to see what the edge does with any: notes on a pad that holds three. */
export type PadCommand = Message<'WriteNote', { text: string }>;
export type NoteWritten = Message<'NoteWritten', { text: string }>;

const LAW = { statute: '测试法', version: '2026年', article: '第三条' };
const PAD_SIZE = 3;

const padDecider: Decider<readonly string[], PadCommand, NoteWritten> = {
  events: { NoteWritten: { schema: 1 } },
  initial: [],
  decide: ({ data }, notes) =>
    notes.length === PAD_SIZE
      ? new Refusal('pad-full', '便笺已满', { law: [LAW], field: 'text' })
      : notes.includes(data.text)
        ? new Refusal('already-written', '已有同样的便笺')
        : [{ type: 'NoteWritten', data }],
  evolve: (notes, { data }) => [...notes, data.text],
};

class Author {
  @TextField('姓名', { max: 20 }) readonly name: string;
  @WholeNumberField('年龄', { min: 18, max: 99, optional: true }) readonly age?: number;
}

class NoteBody {
  @TextField('内容', { max: 50 }) readonly text: string;
  @NestedField('作者', () => Author, { optional: true }) readonly author?: Author;
  @ListField('抄送', () => Author, { max: 3, optional: true }) readonly copies: readonly Author[] = [];
}

@Controller('pads')
class PadController {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly policies: Policies,
  ) {}

  @Post(':pad/notes')
  write(
    @Param('pad') pad: string,
    @Body() { text }: NoteBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    return execute(this.runtimes.business, {
      decider: padDecider,
      stream: `pad-${pad}`,
      caseNumber: null,
      command: { type: 'WriteNote', data: { text } },
      act,
      seenRevision,
      permit: () => this.policies.requireMayActOn(act.court, act),
      facts: () => Promise.resolve(undefined),
    });
  }

  @Get(':pad')
  @Untraced('测试')
  async show(@Param('pad') pad: string): Promise<object> {
    const events = await this.runtimes.business.store.readStream(`pad-${pad}`);
    if (events.length === 0) throw new Refusal('pad-not-found', '没有这本便笺');
    return { pad, revision: events.length - 1 };
  }

  @Get()
  @Untraced('测试')
  count(@Query() query: PageQuery, @CurrentReader() { court }: Reader): Page<{ n: number; court: string }> {
    const [after = 0] = readCursor(query.cursor, [isWhole]) ?? [];
    const rows = [1, 2, 3, 4, 5].filter((n) => n > after).map((n) => ({ n, court }));
    return pageOf(rows, query.limit, ({ n }) => [n]);
  }

  @Post('faults')
  fail(): never {
    throw new Error('postgres://liuhen:hunter2@db/liuhen: secret of the house');
  }
}

@Module({ controllers: [PadController] })
export class PadModule {}
