-- A team the organiser asks to enter.
CREATE TABLE "EntryInvitation" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "email" TEXT,
    "leadName" TEXT NOT NULL DEFAULT '',
    "leadBirthDate" DATE,
    "teamName" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "division" TEXT,
    "unitId" INTEGER,
    "members" JSONB NOT NULL DEFAULT '[]',
    "tokenHash" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedById" UUID,
    "acceptedAt" TIMESTAMPTZ(3),
    "ideaId" UUID,
    "declinedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "EntryInvitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "EntryInvitation_tokenHash_key" ON "EntryInvitation"("tokenHash");
CREATE INDEX "EntryInvitation_contestId_at_idx" ON "EntryInvitation"("contestId", "at");
CREATE INDEX "EntryInvitation_email_idx" ON "EntryInvitation"("email");
CREATE INDEX "EntryInvitation_acceptedById_idx" ON "EntryInvitation"("acceptedById");
CREATE INDEX "EntryInvitation_ideaId_idx" ON "EntryInvitation"("ideaId");
ALTER TABLE "EntryInvitation" ADD CONSTRAINT "EntryInvitation_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EntryInvitation" ADD CONSTRAINT "EntryInvitation_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "EntryInvitation" ADD CONSTRAINT "EntryInvitation_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "EntryInvitation" ADD CONSTRAINT "EntryInvitation_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "EntryInvitation" ADD CONSTRAINT "EntryInvitation_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The page behind a link shows where it stands.
SELECT watch_changes('EntryInvitation');
