/** When something is due. */
export interface DueTime {
  readonly due: string | null;
  readonly provisional: boolean;
  readonly daysLate: number;
}

export function dueText({ due, provisional, daysLate }: DueTime): string {
  if (due === null) return '未定期限';
  const late = daysLate === 0 ? '' : `，已逾期${String(daysLate)}日`;
  return `期限${due}${provisional ? '（暂定）' : ''}${late}`;
}
