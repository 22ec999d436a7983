import 'server-only'
import type { Transaction } from '@/lib/db/client'

/** Whoever changes which rows of a batch wait, or takes one, holds its row until the end of the transaction. */
export async function lockBatch(transaction: Transaction, batchId: string): Promise<void> {
  await transaction.$executeRaw`select 1 from "Batch" where id = ${batchId} for update`
}
