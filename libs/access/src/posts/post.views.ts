import { ANSWERING_REASONS, type Answering } from '@liuhen/courts';
import type { CalendarDate } from '@liuhen/kernel';
import { codesIn, DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';

class PostHolderView {
  @ApiProperty({ description: '人员编号' }) readonly person: string;
  @ApiProperty({ description: '姓名' }) readonly name: string;
  @ApiProperty({ description: '任职起始日期', format: 'date' }) readonly from: CalendarDate;
}

class PostLeaveView {
  @ApiProperty({ description: '请假人的人员编号' }) readonly person: string;
  @ApiProperty({ description: '起始日期', format: 'date' }) readonly from: CalendarDate;
  @ApiProperty({ description: '截止日期（不含当日）', ...DATE_OR_NULL }) readonly until: CalendarDate | null;
}

class PostDelegationView {
  @ApiProperty({ description: '委托的编号' }) readonly delegation: string;
  @ApiProperty({ description: '委托人的人员编号' }) readonly person: string;
  @ApiProperty({ description: '受托人的人员编号' }) readonly to: string;
  @ApiProperty({ description: '受托人的姓名' }) readonly toName: string;
  @ApiProperty({ description: '起始日期', format: 'date' }) readonly from: CalendarDate;
  @ApiProperty({ description: '截止日期（不含当日）', ...DATE_OR_NULL }) readonly until: CalendarDate | null;
  @ApiProperty({ description: '批准人的人员编号' }) readonly approver: string;
}

class AnsweringPersonView implements Answering {
  @ApiProperty({ description: '以哪个职务负责' }) readonly post: string;
  @ApiProperty({ description: '负责人的人员编号；本院无人在岗的为空', ...TEXT_OR_NULL })
  readonly person: string | null;
  @ApiProperty({ description: '负责人的姓名', ...TEXT_OR_NULL }) readonly name: string | null;
  @ApiProperty({ description: '代行所依据的委托', ...TEXT_OR_NULL }) readonly delegation: string | null;
  @ApiProperty({ description: '为何由其负责', enum: codesIn(ANSWERING_REASONS) })
  readonly why: Answering['why'];
}

/** A post as it is today. */
export class PostView {
  @ApiProperty({ description: '职务编号' }) readonly post: string;
  @ApiProperty({ description: '职务名称' }) readonly title: string;
  @ApiProperty({ description: '职务种类' }) readonly kind: string;
  @ApiProperty({ description: '庭室', ...TEXT_OR_NULL }) readonly division: string | null;
  @ApiProperty({ description: '今日任职人', type: [PostHolderView] })
  readonly holders: readonly PostHolderView[];
  @ApiProperty({ description: '今日由谁负责' }) readonly answering: AnsweringPersonView;
  @ApiProperty({ description: '今日及以后的请假', type: [PostLeaveView] })
  readonly leaves: readonly PostLeaveView[];
  @ApiProperty({ description: '今日及以后的委托', type: [PostDelegationView] })
  readonly delegations: readonly PostDelegationView[];
  @ApiProperty({ description: '今日分管的庭室', type: [String] }) readonly oversees: readonly string[];
}

export class PostListView {
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '法院名称' }) readonly courtName: string;
  @ApiProperty({ description: '今日', format: 'date' }) readonly on: CalendarDate;
  @ApiProperty({ description: '各职务', type: [PostView] }) readonly items: readonly PostView[];
}
