import { PARTIES, type Instant, type Party } from '@liuhen/kernel';
import { codesIn, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';

/** 权责: a clause of the court's rules that names the kind of post. */
export class PowerView {
  @ApiProperty({ description: '条文' }) readonly text: string;
  @ApiProperty({ description: '规则的版本' }) readonly policy: string;
  @ApiProperty({ description: '条款' }) readonly clause: string;
}

/** 可以办理的事项. */
export class MayDoView {
  @ApiProperty({ description: '事项' }) readonly title: string;
  @ApiProperty({ description: '对哪些法院的案件或者督导事项' }) readonly court: string;
  @ApiProperty({ description: '依据的法律条文', type: [String] }) readonly law: readonly string[];
  @ApiProperty({ description: '是否须在办理前十分钟内以第二种凭证登录' }) readonly secondFactor: boolean;
}

/** 岗位 that the person holds, or in which they stand in for another. */
export class OwnPostView {
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '岗位名称' }) readonly title: string;
  @ApiProperty({ description: '职务种类' }) readonly kind: string;
  @ApiProperty({ description: '职务种类的名称' }) readonly kindName: string;
  @ApiProperty({ description: '责任方', enum: codesIn(PARTIES) }) readonly party: Party;
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '庭室', ...TEXT_OR_NULL }) readonly division: string | null;
  @ApiProperty({ description: '受何人委托；本人任职的为空', ...TEXT_OR_NULL }) readonly delegatedBy:
    string | null;
  @ApiProperty({ description: '审判权责规则中写明该职务的条文', type: [PowerView] })
  readonly powers: readonly PowerView[];
  @ApiProperty({ description: '权力表中该职务可以办理的事项', type: [MayDoView] })
  readonly mayDo: readonly MayDoView[];
}

class OwnDutiesView {
  @ApiProperty({ description: '本人应办', type: 'integer' }) readonly open: number;
  @ApiProperty({ description: '其中已逾期', type: 'integer' }) readonly late: number;
  @ApiProperty({ description: '代办', type: 'integer' }) readonly delegated: number;
  @ApiProperty({ description: '其中已逾期', type: 'integer' }) readonly delegatedLate: number;
}

class OwnActView {
  @ApiProperty({ description: '一行中文' }) readonly line: string;
  @ApiProperty({ description: '所在的流' }) readonly stream: string;
  @ApiProperty({ description: '事件编号', format: 'uuid' }) readonly event: string;
  @ApiProperty({ description: '记录时刻', format: 'date-time' }) readonly recordedAt: Instant;
}

/** 我的: what I may do, what I owe, what I did. */
export class Me {
  @ApiProperty({ description: '人员' }) readonly person: string;
  @ApiProperty({ description: '姓名' }) readonly name: string;
  @ApiProperty({ description: '岗位，连同受委托的', type: [OwnPostView] })
  readonly posts: readonly OwnPostView[];
  @ApiProperty({ description: '责任项数' }) readonly duties: OwnDutiesView;
  @ApiProperty({ description: '最近所做的事，近的在前', type: [OwnActView] })
  readonly acts: readonly OwnActView[];
}
