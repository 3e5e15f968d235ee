CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A submitted text is evidence: what was looked at, published, entered and judged stays what it was.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed once written', TG_TABLE_NAME;
END
$$;

-- It may be erased whole, with the account of the only person who wrote it; never rewritten.
CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text[] := ARRAY['title', 'abstract', 'problem', 'solution', 'novelty', 'method', 'beneficiaries', 'progress', 'needs', 'foldedTitle'];
BEGIN
  IF to_jsonb(NEW) - words = to_jsonb(OLD) - words
    AND NOT EXISTS (SELECT 1 FROM unnest(words) word WHERE to_jsonb(NEW) ->> word <> '') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is never changed once written', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER "IdeaVersion_stays" BEFORE UPDATE ON "IdeaVersion" FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE TRIGGER "Decision_stays" BEFORE UPDATE ON "Decision" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One lead, and nobody twice in a team or twice invited at the same time.
CREATE UNIQUE INDEX "IdeaMember_one_lead" ON "IdeaMember" ("ideaId")
  WHERE "kind" = 'LEAD' AND "leftAt" IS NULL AND "declinedAt" IS NULL;
CREATE UNIQUE INDEX "IdeaMember_once_a_person" ON "IdeaMember" ("ideaId", "personId")
  WHERE "personId" IS NOT NULL AND "leftAt" IS NULL AND "declinedAt" IS NULL;
CREATE UNIQUE INDEX "IdeaMember_once_an_address" ON "IdeaMember" ("ideaId", "invitedMail")
  WHERE "invitedMail" IS NOT NULL AND "leftAt" IS NULL AND "declinedAt" IS NULL;

-- Similar titles for those who moderate: over every version, public or not.
CREATE INDEX "IdeaVersion_foldedTitle_trgm" ON "IdeaVersion" USING gin ("foldedTitle" gin_trgm_ops);

-- The queue of a unit's staff: only what waits.
CREATE INDEX "Idea_waiting" ON "Idea" ("id") WHERE "state" = 'SUBMITTED';

-- One endorsement, one follow and one open hand-over at a time.
CREATE UNIQUE INDEX "Endorsement_one_in_force" ON "Endorsement" ("ideaId", "personId") WHERE "withdrawnAt" IS NULL;
CREATE UNIQUE INDEX "IdeaFollow_one_in_force" ON "IdeaFollow" ("ideaId", "personId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "LeadHandover_one_open" ON "LeadHandover" ("ideaId")
  WHERE "acceptedAt" IS NULL AND "declinedAt" IS NULL AND "withdrawnAt" IS NULL;
