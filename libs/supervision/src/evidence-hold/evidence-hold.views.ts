import type { Instant } from '@liuhen/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { Hold } from './evidence-hold.decider';

class HoldRelease {
  @ApiProperty({ description: '解除时刻（UTC）', format: 'date-time' }) readonly at: Instant;
  @ApiProperty({ description: '解除的督察' }) readonly person: string;
  @ApiProperty({ description: '理由' }) readonly reason: string;
}

class EvidenceHoldView implements Hold {
  @ApiProperty({ description: '保全的次序' }) readonly hold: string;
  @ApiProperty({ description: '理由' }) readonly reason: string;
  @ApiProperty({ description: '采取保全的法院' }) readonly court: string;
  @ApiProperty({ description: '采取保全的督察' }) readonly person: string;
  @ApiProperty({ description: '保全时刻（UTC）', format: 'date-time' }) readonly placedAt: Instant;
  @ApiProperty({ description: '解除；仍在保全的为 null', type: HoldRelease, nullable: true })
  readonly released: HoldRelease | null;
}

export class EvidenceHoldList {
  @ApiProperty({ description: '保全，先后为序', type: [EvidenceHoldView] })
  readonly items: readonly EvidenceHoldView[];
}
