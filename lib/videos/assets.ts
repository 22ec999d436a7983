import 'server-only'
import { database, type Transaction } from '@/lib/db/client'
import type { UploadedFile } from '@/lib/http/multipart'
import { assetKey, storage } from '@/lib/storage/files'

/** A file that passed inspection, as its `Asset` row has it. */
export type CheckedAsset = {
  file: UploadedFile
  kind: 'image' | 'audio'
  contentType: string
  /** Images: pixels, upright. */
  width?: number
  height?: number
  /** Audio. */
  seconds?: number
}

/** Stores an input under its hash, once a team. Returns the row's id. */
export async function keepAsset(
  transaction: Transaction,
  teamId: string,
  asset: CheckedAsset,
): Promise<{ id: string }> {
  const { file, kind, contentType, width, height, seconds } = asset
  const { sha256, bytes } = file
  await lockContent(transaction, sha256)
  await storage().putFile(assetKey(sha256), file.path, contentType)
  return transaction.asset.upsert({
    where: { teamId_sha256: { teamId, sha256 } },
    create: { teamId, sha256, kind, contentType, bytes, width, height, seconds },
    update: {},
  })
}

/** Removes an input that no video, no voice and no batch uses any more; its bytes only when no team has them. */
export async function removeUnusedAsset(id: string): Promise<void> {
  await database().$transaction(async (transaction) => {
    const asset = await transaction.asset.findUnique({ where: { id } })
    if (!asset) return
    await lockContent(transaction, asset.sha256)
    const none = { none: {} }
    const inVideos = { portraitOf: none, recordingOf: none, referenceOf: none }
    const unused = { id, ...inVideos, voices: none, batches: none, batchRows: none }
    const { count } = await transaction.asset.deleteMany({ where: unused })
    const others = await transaction.asset.count({ where: { sha256: asset.sha256 } })
    if (count > 0 && others === 0) await storage().remove(assetKey(asset.sha256))
  })
}

/** Keeping and removing the same bytes must not overlap: the file would go while its row stays. */
async function lockContent(transaction: Transaction, sha256: string): Promise<void> {
  await transaction.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`
}
