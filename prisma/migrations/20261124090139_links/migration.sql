-- AlterTable
ALTER TABLE "ShareLink" ADD COLUMN     "allowedDomains" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "comments" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "downloads" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "lastViewedAt" TIMESTAMPTZ(3),
ADD COLUMN     "name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "passwordHash" TEXT,
ADD COLUMN     "views" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "ShareVisit" (
    "linkId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "visitor" TEXT NOT NULL,

    CONSTRAINT "ShareVisit_pkey" PRIMARY KEY ("linkId","day","visitor")
);

-- CreateTable
CREATE TABLE "ShareComment" (
    "id" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "userId" UUID,
    "name" TEXT NOT NULL,
    "text" TEXT,
    "at" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ShareComment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ShareVisit_day_idx" ON "ShareVisit"("day");

-- CreateIndex
CREATE INDEX "ShareComment_linkId_at_idx" ON "ShareComment"("linkId", "at");

-- AddForeignKey
ALTER TABLE "ShareVisit" ADD CONSTRAINT "ShareVisit_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "ShareLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShareComment" ADD CONSTRAINT "ShareComment_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "ShareLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShareComment" ADD CONSTRAINT "ShareComment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
