/** Which versions before the one that won go with it: those that were published. */
export function packagedVersions({ ideaId, before }: { ideaId: string; before: number }) {
  return { ideaId, number: { lt: before }, submission: { decision: { kind: 'PUBLISHED' as const } } };
}
