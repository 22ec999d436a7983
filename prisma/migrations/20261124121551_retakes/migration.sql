-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "retakeOf" TEXT;
