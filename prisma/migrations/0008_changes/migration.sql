-- Tells every process which tables a transaction has changed, as it commits. Answers that are kept for readers hang on this: an answer that
-- has read a table which does not tell is not kept.
--
-- `matters`, where it is given, is asked of each row, before and after, as `c`: what nobody can see yet changes no page.
CREATE FUNCTION tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  matters boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM rows_after c WHERE %s)', coalesce(TG_ARGV[0], 'true')) INTO matters;
  IF matters THEN
    PERFORM pg_notify('y_hay_changed', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION tell_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  matters boolean;
BEGIN
  EXECUTE format(
    'SELECT EXISTS (SELECT FROM rows_after c WHERE %1$s) OR EXISTS (SELECT FROM rows_before c WHERE %1$s)',
    coalesce(TG_ARGV[0], 'true')
  ) INTO matters;
  IF matters THEN
    PERFORM pg_notify('y_hay_changed', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION tell_truncation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('y_hay_changed', TG_TABLE_NAME);
  RETURN NULL;
END
$$;

-- A table made later is watched by the migration that makes it.
CREATE FUNCTION watch_changes(watched text, matters text DEFAULT 'true') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE OR REPLACE TRIGGER tells_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS rows_after
       FOR EACH STATEMENT EXECUTE FUNCTION tell_change(%L)', watched, matters);
  EXECUTE format(
    'CREATE OR REPLACE TRIGGER tells_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after
       FOR EACH STATEMENT EXECUTE FUNCTION tell_update(%L)', watched, matters);
  EXECUTE format(
    'CREATE OR REPLACE TRIGGER tells_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS rows_after
       FOR EACH STATEMENT EXECUTE FUNCTION tell_change(%L)', watched, matters);
  EXECUTE format(
    'CREATE OR REPLACE TRIGGER tells_truncation AFTER TRUNCATE ON %I
       FOR EACH STATEMENT EXECUTE FUNCTION tell_truncation()', watched);
END
$$;

-- What no public page reads tells nothing: it is written all the time.
DO $$
DECLARE
  quiet text[] := ARRAY['_prisma_migrations', 'Event', 'EventCursor', 'Letter', 'MailToken', 'Notice', 'RateLimit', 'Session',
    'IdeaDraft', 'IdeaDraftAside', 'SavedSearch', 'SearchSending', 'SearchWord', 'AssignmentPlan', 'MatchPlan'];
  one text;
BEGIN
  FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> ALL (quiet) LOOP
    PERFORM watch_changes(one);
  END LOOP;
END
$$;

-- Beginning and typing an idea changes no page; handing it in does (pages count those on the way).
SELECT watch_changes('Idea', $$c."state" <> 'DRAFT' OR c."publishedVersionId" IS NOT NULL$$);
SELECT watch_changes(one, $$EXISTS (SELECT FROM "Idea" i WHERE i.id = c."ideaId"
  AND (i."state" <> 'DRAFT' OR i."publishedVersionId" IS NOT NULL))$$)
FROM unnest(ARRAY['IdeaMember', 'IdeaFile']) one;
-- Whoever has just signed up stands on no page: a person comes onto one through a team, a panel or a role, which tell.
DROP TRIGGER tells_insert ON "Person";
