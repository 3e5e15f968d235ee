-- A guardian is asked about each nomination anew; what is withdrawn may be nominated again; an accepted one may become an entry.
ALTER TYPE "ConsentPurpose" ADD VALUE 'NOMINATE';

ALTER TABLE "Consent" ADD COLUMN "nominationId" UUID;
CREATE INDEX "Consent_nominationId_idx" ON "Consent"("nominationId");
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "Nomination"("id") ON DELETE SET NULL ON UPDATE CASCADE;

DROP INDEX "Nomination_entryId_toUnitId_key";
ALTER TABLE "Nomination" ADD COLUMN "takenId" UUID;
CREATE INDEX "Nomination_entryId_idx" ON "Nomination"("entryId");
CREATE UNIQUE INDEX "Nomination_takenId_key" ON "Nomination"("takenId");
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_takenId_fkey" FOREIGN KEY ("takenId") REFERENCES "Entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;
