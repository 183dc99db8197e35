import { TextField } from '@liuhen/platform';

export class EvidenceHoldBody {
  @TextField('理由', { max: 500 }) readonly reason: string;
}
