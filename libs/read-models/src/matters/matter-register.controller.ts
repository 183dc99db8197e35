import { CurrentReader, type Reader } from '@liuhen/access';
import {
  attachment,
  ChoiceField,
  csvOf,
  Problem,
  ReadsFrom,
  type Sheet,
  TextField,
  Traced,
  WholeNumberField,
  xlsxOf,
} from '@liuhen/platform';
import { INSTRUMENTS, type Instrument } from '@liuhen/supervision';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { MATTER_SIDES, type MatterFilter, type MatterSide } from './matter-filter';
import { MatterRegisterView } from './matter-tables.views';
import { ShowRegister } from './matters.query';
import { registerSheet } from './register-sheet';

const FORMATS = { json: 'JSON', csv: 'CSV', xlsx: 'Excel 工作簿' } as const;
type Format = keyof typeof FORMATS;

const MEDIA_TYPES = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<Format, string>;

class RegisterQuery implements MatterFilter {
  @WholeNumberField('年度', { min: 1990, max: 9999, fromText: true, note: '发出的，未发出的为起草的' })
  readonly year: number;
  @TextField('发起或者对象法院的代字', { max: 200, optional: true }) readonly court?: string;
  @ChoiceField('本院在哪一方', MATTER_SIDES, { optional: true }) readonly side?: MatterSide;
  @ChoiceField('督导方式', INSTRUMENTS, { optional: true }) readonly instrument?: Instrument;
  @ChoiceField('格式', FORMATS, { optional: true, note: '默认 json' }) readonly format: Format = 'json';
}

@ApiTags('督导台账')
@Controller('matters/register')
@ReadsFrom('matters')
export class MatterRegisterController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Traced('search', 'matter')
  @ApiOperation({ summary: '督导年度台账', operationId: 'showMatterRegister' })
  @ApiExtraModels(MatterRegisterView)
  @ApiOkResponse({
    description: '每次督导一行',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(MatterRegisterView) } },
      'text/csv': { schema: { type: 'string' } },
      [MEDIA_TYPES.xlsx]: { schema: { type: 'string', format: 'binary' } },
    },
  })
  async register(
    @Query() { format, ...filter }: RegisterQuery,
    @CurrentReader() reader: Reader,
  ): Promise<MatterRegisterView | StreamableFile> {
    const register = await this.queries.execute(new ShowRegister(filter, reader));
    if (format === 'json') return register;
    const sheet = registerSheet(register.year, register.rows);
    return new StreamableFile(await bytesOf(sheet, format), {
      type: MEDIA_TYPES[format],
      disposition: attachment(`${sheet.name}.${format}`),
    });
  }
}

/** A workbook is made in one go beside all other requests; so many rows take about a second of a processor. */
const MOST_WORKBOOK_ROWS = 2_000;

/** @throws Problem `workbook-too-long` */
async function bytesOf(sheet: Sheet, format: 'csv' | 'xlsx'): Promise<Buffer> {
  if (format === 'csv') return Buffer.from(csvOf(sheet));
  if (sheet.rows.length > MOST_WORKBOOK_ROWS) throw new Problem('workbook-too-long');
  return xlsxOf(sheet);
}
