import { TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import type { HandlingCourt } from '../case/case.events';

/** 审理法院, as far as the record tells. */
export class CourtView implements HandlingCourt {
  @ApiProperty({ description: '法院代字', ...TEXT_OR_NULL }) readonly code: string | null;
  @ApiProperty({ description: '法院名称', ...TEXT_OR_NULL }) readonly name: string | null;
}
