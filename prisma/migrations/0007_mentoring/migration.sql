-- A team asks one at a time.
CREATE UNIQUE INDEX "MentorRequest_one_open" ON "MentorRequest" ("ideaId")
  WHERE "withdrawnAt" IS NULL AND "servedAt" IS NULL AND "unservedAt" IS NULL;

-- A mentor and a team walk together once at a time.
CREATE UNIQUE INDEX "Mentorship_one_standing" ON "Mentorship" ("mentorId", "ideaId") WHERE "endedAt" IS NULL;

-- What waits for an answer, in the order it runs out.
CREATE INDEX "MentorProposal_open" ON "MentorProposal" ("expiresAt")
  WHERE "declinedAt" IS NULL AND "lapsedAt" IS NULL AND ("mentorAcceptedAt" IS NULL OR "teamAcceptedAt" IS NULL);

-- A business has one offer at a time before a team.
CREATE UNIQUE INDEX "SupportOffer_one_open" ON "SupportOffer" ("businessId", "ideaId")
  WHERE "acceptedAt" IS NULL AND "declinedAt" IS NULL AND "withdrawnAt" IS NULL;

-- A share belongs to one relation.
ALTER TABLE "ContactShare" ADD CONSTRAINT "ContactShare_one_relation"
  CHECK (("mentorshipId" IS NULL) <> ("offerId" IS NULL));
CREATE UNIQUE INDEX "ContactShare_one_of_mentorship" ON "ContactShare" ("personId", "mentorshipId") WHERE "withdrawnAt" IS NULL;
CREATE UNIQUE INDEX "ContactShare_one_of_offer" ON "ContactShare" ("personId", "offerId") WHERE "withdrawnAt" IS NULL;
