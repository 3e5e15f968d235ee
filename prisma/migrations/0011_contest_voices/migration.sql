-- Whose rules a contest began with.
ALTER TABLE "Contest" ADD COLUMN "clonedFromId" UUID;
ALTER TABLE "Contest" ADD CONSTRAINT "Contest_clonedFromId_fkey"
  FOREIGN KEY ("clonedFromId") REFERENCES "Contest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The question as everybody reads it beside its answer, and when that answer was put right.
ALTER TABLE "ContestQuestion" ADD COLUMN "shown" TEXT, ADD COLUMN "correctedAt" TIMESTAMPTZ(3);

CREATE TABLE "ContestFollow" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContestFollow_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ContestFollow_contestId_endedAt_idx" ON "ContestFollow"("contestId", "endedAt");
CREATE INDEX "ContestFollow_personId_idx" ON "ContestFollow"("personId");
CREATE UNIQUE INDEX "ContestFollow_one_in_force" ON "ContestFollow" ("contestId", "personId") WHERE "endedAt" IS NULL;
ALTER TABLE "ContestFollow" ADD CONSTRAINT "ContestFollow_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ContestFollow" ADD CONSTRAINT "ContestFollow_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "Postponement" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "days" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Postponement_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Postponement_contestId_idx" ON "Postponement"("contestId");
ALTER TABLE "Postponement" ADD CONSTRAINT "Postponement_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Postponement" ADD CONSTRAINT "Postponement_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Rehearsal" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "options" JSONB NOT NULL,
    "problem" JSONB NOT NULL,
    "report" JSONB,
    "plays" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Rehearsal_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Rehearsal_contestId_at_idx" ON "Rehearsal"("contestId", "at");
ALTER TABLE "Rehearsal" ADD CONSTRAINT "Rehearsal_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Rehearsal" ADD CONSTRAINT "Rehearsal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Readers' pages show what was answered, said and put off; who follows, and what was rehearsed, no page shows.
SELECT watch_changes('Postponement');
