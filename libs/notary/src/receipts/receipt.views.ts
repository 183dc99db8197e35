import { LOG_NAMES, type LogName } from '@liuhen/kernel';
import { ApiProperty } from '@nestjs/swagger';

/** That an event is in its log, provable without this server. */
export class LedgerReceipt {
  @ApiProperty({ description: '事件编号', format: 'uuid' }) readonly event: string;
  @ApiProperty({ description: '所在日志', enum: LOG_NAMES }) readonly log: LogName;
  @ApiProperty({ description: '在日志中的序号，从 0 起', type: 'integer' }) readonly index: number;
  @ApiProperty({ description: '叶哈希（十六进制）' }) readonly leaf: string;
  @ApiProperty({ description: '检查点所含事件数', type: 'integer' }) readonly treeSize: number;
  @ApiProperty({ description: '已联署该检查点者', type: [String] }) readonly cosigners: readonly string[];
  @ApiProperty({ description: '包含证明及检查点（C2SP tlog-proof），可离线核验' }) readonly proof: string;
}

/** 尚无检查点覆盖该事件. */
export class ReceiptPending {
  @ApiProperty({ description: '事件编号', format: 'uuid' }) readonly event: string;
  @ApiProperty({ description: '说明' }) readonly detail: string;
}
