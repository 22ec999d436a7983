import type { Prisma } from '@/lib/db/generated/client'

/** Versions of one video are a group, named by the first of them, which may be gone. */
export function groupOf({ id, versionOf }: { id: string; versionOf: string | null }): string {
  return versionOf ?? id
}

/** All versions in these groups. */
export function inGroups(groups: string[]): Prisma.VideoWhereInput {
  return { OR: [{ id: { in: groups } }, { versionOf: { in: groups } }] }
}
