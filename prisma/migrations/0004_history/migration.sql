-- History is only ever added to. The transaction's number alone may be shifted, after a copy was laid into another server.
CREATE FUNCTION keep_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(OLD) - 'txid' <> to_jsonb(NEW) - 'txid' THEN
    RAISE EXCEPTION 'an event is never changed or removed';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Event_stays" BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION keep_event();

-- Wakes the worker when the transaction commits.
CREATE FUNCTION tell_worker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('y_hay_event', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER "Event_wakes" AFTER INSERT ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION tell_worker();
CREATE TRIGGER "Letter_wakes" AFTER INSERT ON "Letter" FOR EACH STATEMENT EXECUTE FUNCTION tell_worker();

-- What is still owed, in the order it falls due.
CREATE INDEX "Letter_owed" ON "Letter" ("nextAt") WHERE "sentAt" IS NULL;
