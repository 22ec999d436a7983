import 'server-only'
import type { Transaction } from '@/lib/db/client'
import { announce } from '@/lib/webhooks/announce'
import { videoInclude } from './row'
import { toStudioVideo } from './view'

/** Leaves word of a video's end for webhooks. Call it in the transaction that ends it, its row in its final state. */
export async function tellEnd(transaction: Transaction, id: string): Promise<void> {
  const video = await transaction.video.findUniqueOrThrow({ where: { id }, include: videoInclude })
  const type = video.status === 'completed' ? 'video.completed' : 'video.failed'
  await announce(transaction, video.teamId, { type, data: toStudioVideo(video) })
}
