import type { CalendarDate, Instant, JsonObject } from '@liuhen/kernel';
import { DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { ChangeProposalView } from '@liuhen/access';
import { CourtView } from '../case-file/court.views';

const CONTENT = { type: 'object', additionalProperties: true } as const;

class AdoptedClauseView {
  @ApiProperty({ description: '条款编号' }) readonly clause: string;
  @ApiProperty({ description: '条文' }) readonly text: string;
  @ApiProperty({ description: '条款内容', ...CONTENT }) readonly content: JsonObject;
}

/** A clause that binds a court, and whose it is. */
export class ClauseInForceView extends AdoptedClauseView {
  @ApiProperty({ description: '所在的规则版本' }) readonly version: string;
  @ApiProperty({ description: '制定的法院' }) readonly court: CourtView;
  @ApiProperty({ description: '施行日期', format: 'date' }) readonly from: CalendarDate;
  @ApiProperty({ description: '已与规则文件核对' }) readonly confirmed: boolean;
}

/** A version in a list. */
export class PolicyVersionSummary {
  @ApiProperty({ description: '版本编号' }) readonly version: string;
  @ApiProperty({ description: '名称' }) readonly title: string;
  @ApiProperty({ description: '施行日期', format: 'date' }) readonly from: CalendarDate;
  @ApiProperty({ description: '不再施行之日；不晚于施行日期的，从未施行', ...DATE_OR_NULL })
  readonly ends: CalendarDate | null;
}

/** One rule as it binds a court on a day. */
export class PolicyInForceView {
  @ApiProperty({ description: '规则' }) readonly policy: string;
  @ApiProperty({ description: '规则名称' }) readonly title: string;
  @ApiProperty({ description: '施行中的各条款，本院的优先于上级的', type: [ClauseInForceView] })
  readonly clauses: readonly ClauseInForceView[];
  @ApiProperty({ description: '本院的各版本', type: [PolicyVersionSummary] })
  readonly versions: readonly PolicyVersionSummary[];
}

export class PoliciesInForceView {
  @ApiProperty({ description: '适用的法院' }) readonly court: CourtView;
  @ApiProperty({ description: '日期', format: 'date' }) readonly on: CalendarDate;
  @ApiProperty({ description: '各规则', type: [PolicyInForceView] })
  readonly policies: readonly PolicyInForceView[];
}

class PolicySourceView {
  @ApiProperty({ description: '规则文件的名称和文号', ...TEXT_OR_NULL }) readonly document: string | null;
  @ApiProperty({ description: '说明' }) readonly note: string;
  @ApiProperty({ description: '已与规则文件核对' }) readonly confirmed: boolean;
}

class AdoptionView {
  @ApiProperty({ description: '人员编号' }) readonly person: string;
  @ApiProperty({ description: '姓名' }) readonly name: string;
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '收录时刻', format: 'date-time' }) readonly at: Instant;
}

/** One version, whole. */
export class PolicyVersionView {
  @ApiProperty({ description: '规则' }) readonly policy: string;
  @ApiProperty({ description: '版本编号' }) readonly version: string;
  @ApiProperty({ description: '制定的法院' }) readonly court: CourtView;
  @ApiProperty({ description: '名称' }) readonly title: string;
  @ApiProperty({ description: '施行日期', format: 'date' }) readonly from: CalendarDate;
  @ApiProperty({ description: '截止日期（不含当日）', ...DATE_OR_NULL }) readonly until: CalendarDate | null;
  @ApiProperty({ description: '废止日期', ...DATE_OR_NULL }) readonly repealedOn: CalendarDate | null;
  @ApiProperty({ description: '不再施行之日：截止、废止或者为后一版本取代', ...DATE_OR_NULL })
  readonly ends: CalendarDate | null;
  @ApiProperty({ description: '各条款', type: [AdoptedClauseView] })
  readonly clauses: readonly AdoptedClauseView[];
  @ApiProperty({ description: '出处' }) readonly source: PolicySourceView;
  @ApiProperty({ description: '所取代的前一版本', ...TEXT_OR_NULL }) readonly supersedes: string | null;
  @ApiProperty({ description: '取代本版本的后一版本', ...TEXT_OR_NULL }) readonly supersededBy: string | null;
  @ApiProperty({ description: '发布：最后同意的人，或者收录的系统' }) readonly adopted: AdoptionView;
  @ApiProperty({
    description: '发布所依据的提请；由系统收录的为空',
    type: ChangeProposalView,
    nullable: true,
  })
  readonly proposal: ChangeProposalView | null;
  @ApiProperty({ description: '规则流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
