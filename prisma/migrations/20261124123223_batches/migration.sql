-- CreateTable
CREATE TABLE "Batch" (
    "id" TEXT NOT NULL,
    "teamId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "size" TEXT NOT NULL,
    "portraitId" UUID NOT NULL,
    "framing" JSONB NOT NULL,
    "notices" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BatchRow" (
    "batchId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "speech" JSONB NOT NULL,
    "referenceId" UUID,
    "seconds" DOUBLE PRECISION NOT NULL,
    "waiting" BOOLEAN NOT NULL DEFAULT true,
    "videoId" TEXT,

    CONSTRAINT "BatchRow_pkey" PRIMARY KEY ("batchId","number")
);

-- CreateIndex
CREATE INDEX "Batch_teamId_createdAt_id_idx" ON "Batch"("teamId", "createdAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "BatchRow_videoId_key" ON "BatchRow"("videoId");

-- CreateIndex
CREATE INDEX "BatchRow_waiting_idx" ON "BatchRow"("waiting");

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_portraitId_fkey" FOREIGN KEY ("portraitId") REFERENCES "Asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchRow" ADD CONSTRAINT "BatchRow_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchRow" ADD CONSTRAINT "BatchRow_referenceId_fkey" FOREIGN KEY ("referenceId") REFERENCES "Asset"("id") ON DELETE SET NULL ON UPDATE CASCADE;
