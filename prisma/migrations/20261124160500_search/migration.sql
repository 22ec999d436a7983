-- Words are found anywhere in titles and scripts by their trigrams (data.ts asks for both just so). pg_trgm comes with
-- PostgreSQL and may be had by whoever owns a database; where it may not, search reads every row, as it did before.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;

  -- CreateIndex
  CREATE INDEX "Video_title_idx" ON "Video" USING GIN ("title" gin_trgm_ops);

  -- CreateIndex
  CREATE INDEX "Video_script_idx" ON "Video" USING GIN (lower("speech" #>> '{input}') gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR undefined_object OR feature_not_supported THEN
  RAISE WARNING 'Search stays slow, for pg_trgm cannot be had: %', SQLERRM;
END $$;
