import { ApiProperty } from '@nestjs/swagger';

/** Who took part, in which post. */
export class ParticipantView {
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '人员' }) readonly person: string;
}
