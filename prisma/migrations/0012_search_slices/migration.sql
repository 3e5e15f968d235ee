-- The embedded engine at a million ideas. Everything in this table is made anew from the others: the worker fills it after this.
TRUNCATE "IdeaSearchDocument";
DELETE FROM "SearchIndex" WHERE "name" = 'ideas.postgres';
DELETE FROM "EventCursor" WHERE "reader" = 'search.ideas.postgres';
DELETE FROM "SearchSending" WHERE "index" = 'ideas.postgres';

-- Titles are looked through far more often than texts: a vector of their own, short enough to stay in the row.
ALTER TABLE "IdeaSearchDocument" ADD COLUMN "titleWords" tsvector NOT NULL;

-- What is counted and listed stays in the row, texts and their vectors lie beside it: ten rows a page and not one.
ALTER TABLE "IdeaSearchDocument" SET (toast_tuple_target = 512);
ALTER TABLE "IdeaSearchDocument"
  ALTER COLUMN "words" SET STORAGE EXTENDED,
  ALTER COLUMN "tones" SET STORAGE EXTENDED,
  ALTER COLUMN "titleWords" SET STORAGE MAIN,
  ALTER COLUMN "title" SET STORAGE MAIN,
  ALTER COLUMN "unitIds" SET STORAGE MAIN,
  ALTER COLUMN "contestIds" SET STORAGE MAIN,
  ALTER COLUMN "awards" SET STORAGE MAIN,
  ALTER COLUMN "lookingFor" SET STORAGE MAIN,
  ALTER COLUMN "authorNames" SET STORAGE MAIN;

-- An index hands over everything that matches before the first row is read. So there are three of each, over a sixteenth, three
-- sixteenths and the rest of all documents, by chance: words that many hold are answered from the first, and only rare ones need all three.
DROP INDEX "IdeaSearchDocument_words_idx", "IdeaSearchDocument_tones_idx";
CREATE INDEX "IdeaSearchDocument_words_1_idx" ON "IdeaSearchDocument" USING GIN ("words") WITH (gin_pending_list_limit = 1024) WHERE ("tie" & 15) = 0;
CREATE INDEX "IdeaSearchDocument_words_2_idx" ON "IdeaSearchDocument" USING GIN ("words") WITH (gin_pending_list_limit = 1024) WHERE ("tie" & 15) IN (1, 2, 3);
CREATE INDEX "IdeaSearchDocument_words_3_idx" ON "IdeaSearchDocument" USING GIN ("words") WITH (gin_pending_list_limit = 1024) WHERE ("tie" & 15) > 3;
CREATE INDEX "IdeaSearchDocument_titleWords_1_idx" ON "IdeaSearchDocument" USING GIN ("titleWords") WITH (gin_pending_list_limit = 1024) WHERE ("tie" & 15) = 0;
CREATE INDEX "IdeaSearchDocument_titleWords_2_idx" ON "IdeaSearchDocument" USING GIN ("titleWords") WITH (gin_pending_list_limit = 1024) WHERE ("tie" & 15) IN (1, 2, 3);
CREATE INDEX "IdeaSearchDocument_titleWords_3_idx" ON "IdeaSearchDocument" USING GIN ("titleWords") WITH (gin_pending_list_limit = 1024) WHERE ("tie" & 15) > 3;
CREATE INDEX "IdeaSearchDocument_tones_1_idx" ON "IdeaSearchDocument" USING GIN ("tones") WITH (gin_pending_list_limit = 1024) WHERE ("tie" & 15) = 0;
CREATE INDEX "IdeaSearchDocument_tones_2_idx" ON "IdeaSearchDocument" USING GIN ("tones") WITH (gin_pending_list_limit = 1024) WHERE ("tie" & 15) IN (1, 2, 3);
CREATE INDEX "IdeaSearchDocument_tones_3_idx" ON "IdeaSearchDocument" USING GIN ("tones") WITH (gin_pending_list_limit = 1024) WHERE ("tie" & 15) > 3;
