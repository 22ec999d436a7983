-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3);
