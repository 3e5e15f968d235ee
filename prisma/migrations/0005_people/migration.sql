-- One unit at a time: at most one claim waits and at most one membership holds.
CREATE UNIQUE INDEX "Membership_one_claim" ON "Membership" ("personId")
  WHERE "confirmedAt" IS NULL AND "declinedAt" IS NULL AND "endedAt" IS NULL;
CREATE UNIQUE INDEX "Membership_one_held" ON "Membership" ("personId")
  WHERE "confirmedAt" IS NOT NULL AND "endedAt" IS NULL;

-- The queue of a unit's staff: only what waits.
CREATE INDEX "Membership_waiting" ON "Membership" ("unitId", "claimedAt")
  WHERE "confirmedAt" IS NULL AND "declinedAt" IS NULL AND "endedAt" IS NULL;
