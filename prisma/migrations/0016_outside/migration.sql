-- Entries that take part outside the competition.
CREATE TABLE "EntryOutside" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "rule" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawReason" TEXT,

    CONSTRAINT "EntryOutside_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "EntryOutside_entryId_idx" ON "EntryOutside"("entryId");
CREATE UNIQUE INDEX "EntryOutside_one_in_force" ON "EntryOutside" ("entryId") WHERE "withdrawnAt" IS NULL;
ALTER TABLE "EntryOutside" ADD CONSTRAINT "EntryOutside_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EntryOutside" ADD CONSTRAINT "EntryOutside_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "EntryOutside" ADD CONSTRAINT "EntryOutside_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Results say which entries were outside.
SELECT watch_changes('EntryOutside');
