-- The record of a contest is only ever added to.
CREATE TRIGGER "ContestRecord_stays" BEFORE UPDATE OR DELETE ON "ContestRecord"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An opening may be erased, never rewritten; a code stays what it was.
CREATE TRIGGER "ContestRecordOpening_stays" BEFORE UPDATE ON "ContestRecordOpening"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RecordCode_stays" BEFORE UPDATE ON "RecordCode"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
