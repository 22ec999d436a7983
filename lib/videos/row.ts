import type { Prisma } from '@/lib/db/generated/client'

export const videoInclude = { createdBy: { select: { name: true } } } satisfies Prisma.VideoInclude

/** A video as the database has it, with who made it. */
export type VideoRow = Prisma.VideoGetPayload<{ include: typeof videoInclude }>
