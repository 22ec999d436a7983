-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "versionOf" TEXT;

-- CreateIndex
CREATE INDEX "Video_versionOf_idx" ON "Video"("versionOf");

-- Videos made from others before are versions of the first they go back to.
WITH RECURSIVE origin AS (
  SELECT id, "remixOf" AS first, 1 AS steps FROM "Video" WHERE "remixOf" IS NOT NULL
  UNION ALL
  SELECT origin.id, earlier."remixOf", steps + 1
  FROM origin JOIN "Video" earlier ON earlier.id = origin.first
  WHERE earlier."remixOf" IS NOT NULL
)
UPDATE "Video" SET "versionOf" = (
  SELECT first FROM origin WHERE origin.id = "Video".id ORDER BY steps DESC LIMIT 1
)
WHERE "remixOf" IS NOT NULL;
