-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "framing" JSONB;
