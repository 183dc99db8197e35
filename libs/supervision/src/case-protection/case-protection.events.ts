import type { EventTypes, Message } from '@liuhen/kernel';
import type { ProtectionGround } from '../law/protection';

/**
 * 案件保护: from the first to the second, whoever reads the case from another court does not see its fields of parties'
 * personal data, nor its documents. Which grounds hold now, the latest says.
 */
export type CaseProtectionEvent =
  | Message<'CaseProtected', { readonly grounds: readonly ProtectionGround[] }>
  | Message<'CaseProtectionLifted', { readonly reason: string }>;

export const caseProtectionEvents: EventTypes<CaseProtectionEvent> = {
  CaseProtected: { schema: 1 },
  CaseProtectionLifted: { schema: 1 },
};
