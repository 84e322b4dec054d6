import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';

interface Props {
  readonly directory: Directory;
  readonly segments: Segments;
  readonly tab: 'questions' | 'templates';
  readonly openId: string | null;
}

/** Questions of affiliates, and templates of messages. */
export function ConversationsScreen(_props: Props) {
  return null;
}
