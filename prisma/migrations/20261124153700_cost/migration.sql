-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "cost" DOUBLE PRECISION,
ADD COLUMN     "costCurrency" TEXT;
