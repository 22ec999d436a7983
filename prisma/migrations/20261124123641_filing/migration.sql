-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "folder" TEXT,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "Video_teamId_folder_createdAt_id_idx" ON "Video"("teamId", "folder", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Video_tags_idx" ON "Video" USING GIN ("tags");
