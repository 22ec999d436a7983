-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "captions" JSONB;
