-- Written at every request, and no loss after a crash: nothing waits for the disk.
ALTER TABLE "RateLimit" SET UNLOGGED;
