-- A mark that was received is evidence: only its standing may change.
CREATE TRIGGER "Mark_stays" BEFORE UPDATE OF "scoresheetId", "criterionId", "value", "revision", "basedOn", "clientKey", "receivedAt" OR DELETE ON "Mark"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One mark of a criterion counts, whatever arrives at the same time.
CREATE UNIQUE INDEX "Mark_one_in_force" ON "Mark" ("scoresheetId", "criterionId") WHERE "standing" = 'IN_FORCE';

-- What was frozen at the opening stays: a change is a new number.
CREATE TRIGGER "ContestRules_frozen" BEFORE UPDATE OR DELETE ON "ContestRules"
  FOR EACH ROW WHEN (OLD."frozenAt" IS NOT NULL) EXECUTE FUNCTION refuse_change();

-- A round has one rubric for every division that has none of its own.
CREATE UNIQUE INDEX "Rubric_one_for_all" ON "Rubric" ("roundId") WHERE "divisionId" IS NULL;

-- What is still to be read, for a judge's desk and for the chair.
CREATE INDEX "Scoresheet_open" ON "Scoresheet" ("roundId", "entryId") WHERE "submittedAt" IS NULL;
