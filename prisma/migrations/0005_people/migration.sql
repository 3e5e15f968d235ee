-- One unit at a time: at most one claim waits and at most one membership holds.
CREATE UNIQUE INDEX "Membership_one_claim" ON "Membership" ("personId")
  WHERE "confirmedAt" IS NULL AND "declinedAt" IS NULL AND "endedAt" IS NULL;
CREATE UNIQUE INDEX "Membership_one_held" ON "Membership" ("personId")
  WHERE "confirmedAt" IS NOT NULL AND "endedAt" IS NULL;

-- The queue of a unit's staff: only what waits.
CREATE INDEX "Membership_waiting" ON "Membership" ("unitId", "claimedAt")
  WHERE "confirmedAt" IS NULL AND "declinedAt" IS NULL AND "endedAt" IS NULL;

-- Vietnamese lists stand by given name, the last word of a name.
CREATE FUNCTION given_name(full_name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN substring(full_name from '[^[:space:]]+[[:space:]]*$');

-- The people of a unit, in that order, a page at a time.
CREATE INDEX "Person_by_name" ON "Person" (given_name("fullName") COLLATE "vi-x-icu", "fullName" COLLATE "vi-x-icu");

-- One second factor in force, one closing under way.
CREATE UNIQUE INDEX "SecondFactor_one_in_force" ON "SecondFactor" ("personId")
  WHERE "confirmedAt" IS NOT NULL AND "endedAt" IS NULL;
CREATE UNIQUE INDEX "AccountClosing_one_open" ON "AccountClosing" ("personId")
  WHERE "cancelledAt" IS NULL AND "erasedAt" IS NULL;
