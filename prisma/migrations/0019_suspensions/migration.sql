-- A contest put off until further notice, and the new dates it is given later.
ALTER TABLE "Contest" ADD COLUMN "suspendedAt" TIMESTAMPTZ(3);
ALTER TABLE "Postponement"
  ALTER COLUMN "days" DROP NOT NULL,
  ADD COLUMN "resumedAt" TIMESTAMPTZ(3),
  ADD COLUMN "resumedById" UUID,
  ADD COLUMN "resumeReason" TEXT,
  ADD COLUMN "resumeLetter" TEXT;
ALTER TABLE "Postponement" ADD CONSTRAINT "Postponement_resumedById_fkey" FOREIGN KEY ("resumedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
