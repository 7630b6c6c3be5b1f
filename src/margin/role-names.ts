/** What the roles of claims are called on screen, one by one and several at once. */
import type { ClaimRole } from '../model/argument-records.ts';

export const roleNames: Readonly<Record<ClaimRole, string>> = {
  conclusion: 'Conclusion',
  issue: 'Problematic issue',
  determinant: 'Determinant',
  background: 'Background',
  premise: 'Premise',
};
