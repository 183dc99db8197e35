import type { CalendarDate } from '@liuhen/kernel';
import { TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';

/** A post that owes or owns something, and who in it where several hold it. */
export class OwnerView {
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '人员', ...TEXT_OR_NULL }) readonly person: string | null;
}

/** Who took part, in which post. */
export class ParticipantView {
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '人员' }) readonly person: string;
}

/** 整改事项, as it is offered, promised or laid down. */
export class ItemTermsView {
  @ApiProperty({ description: '问题' }) readonly problem: string;
  @ApiProperty({ description: '整改措施' }) readonly measure: string;
  @ApiProperty({ description: '验收标准' }) readonly criterion: string;
  @ApiProperty({ description: '责任人' }) readonly owner: OwnerView;
  @ApiProperty({ description: '完成日期', format: 'date' }) readonly due: CalendarDate;
}
