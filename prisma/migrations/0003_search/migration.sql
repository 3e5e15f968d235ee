-- Vietnamese text: all marks folded, no stemming, no stop words.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE TEXT SEARCH CONFIGURATION vi (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION vi
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

CREATE INDEX "IdeaSearchDocument_words_idx" ON "IdeaSearchDocument" USING GIN ("words") WITH (gin_pending_list_limit = 1024);

-- What was typed with its marks is among what a ranking looks at, however many others there are without them.
CREATE INDEX "IdeaSearchDocument_tones_idx" ON "IdeaSearchDocument" USING GIN ("tones") WITH (gin_pending_list_limit = 1024);

-- What plain lists are counted by, beside the wide rows: totals and facets read this alone.
CREATE INDEX "IdeaSearchDocument_facts_idx" ON "IdeaSearchDocument" ("publishedAt" DESC, "tie")
  INCLUDE ("fieldId", "provinceSlug", "stage", "year", "lookingFor", "contestIds", "awards");

-- Most ideas are shorter than a page: the vectors of a ranking are read from the table itself, not from beside it.
ALTER TABLE "IdeaSearchDocument" ALTER COLUMN "words" SET STORAGE MAIN, ALTER COLUMN "tones" SET STORAGE MAIN;

-- Contests are found by their names from the same box as ideas.
CREATE INDEX "Contest_name_words_idx" ON "Contest" USING GIN (to_tsvector('vi', "name"));
