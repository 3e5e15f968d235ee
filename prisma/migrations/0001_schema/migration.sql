-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AppealDecision" AS ENUM ('UPHELD', 'REJECTED');

-- CreateEnum
CREATE TYPE "ContestState" AS ENUM ('DRAFT', 'OPEN', 'CLOSED', 'PUBLISHED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "RoundKind" AS ENUM ('PRELIMINARY', 'SEMIFINAL', 'FINAL');

-- CreateEnum
CREATE TYPE "RankingMethod" AS ENUM ('RAW', 'ADJUSTED');

-- CreateEnum
CREATE TYPE "RoundState" AS ENUM ('PLANNED', 'OPEN', 'CLOSED', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "IdeaState" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "IdeaStage" AS ENUM ('IDEA', 'RESEARCH', 'DEVELOPMENT', 'COMMERCIAL', 'APPLIED');

-- CreateEnum
CREATE TYPE "LookingFor" AS ENUM ('MENTOR', 'SPONSOR', 'MEMBER');

-- CreateEnum
CREATE TYPE "IdeaMemberKind" AS ENUM ('LEAD', 'MEMBER');

-- CreateEnum
CREATE TYPE "ConflictKind" AS ENUM ('AUTHOR', 'TEAM_MATE', 'SAME_UNIT', 'MENTOR', 'SPONSOR', 'KIN', 'SHARED_PHONE', 'DECLARED_BY_JUDGE', 'DECLARED_BY_TEAM', 'DECLARED_BY_STAFF');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('GUARDIAN', 'KIN', 'MENTOR', 'SPONSOR');

-- CreateEnum
CREATE TYPE "MarkStanding" AS ENUM ('IN_FORCE', 'REPLACED', 'ASIDE', 'LATE');

-- CreateEnum
CREATE TYPE "MentoringAspect" AS ENUM ('NOVELTY', 'FEASIBILITY', 'EFFECT', 'SCALING', 'SOCIAL', 'PRESENTATION', 'TECHNOLOGY', 'BUSINESS');

-- CreateEnum
CREATE TYPE "ProposalSide" AS ENUM ('MENTOR', 'TEAM');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('PUBLISHED', 'RETURNED', 'DECLINED');

-- CreateEnum
CREATE TYPE "DecisionReason" AS ENUM ('FITS', 'UNCLEAR', 'TOO_SHORT', 'PERSONAL_DATA', 'DUPLICATE', 'NOT_AN_IDEA', 'OFFENSIVE', 'AGAINST_LAW', 'ADVERTISING', 'OTHER');

-- CreateEnum
CREATE TYPE "Language" AS ENUM ('vi', 'en');

-- CreateEnum
CREATE TYPE "MailTokenPurpose" AS ENUM ('VERIFY_MAIL', 'RESET_PASSWORD', 'FIRST_ADMINISTRATOR', 'CHANGE_MAIL', 'UNDO_MAIL_CHANGE', 'SECOND_STEP', 'REOPEN_ACCOUNT');

-- CreateEnum
CREATE TYPE "IdeasAtClosing" AS ENUM ('KEPT_UNNAMED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ConsentPurpose" AS ENUM ('PUBLISH_NAME', 'PUBLISH_PHOTO', 'SHARE_CONTACT');

-- CreateEnum
CREATE TYPE "ConsentGiver" AS ENUM ('SELF', 'GUARDIAN');

-- CreateEnum
CREATE TYPE "RoleKind" AS ENUM ('MODERATOR', 'ORGANISER', 'ADMINISTRATOR', 'CHAIR', 'SECRETARY', 'JUDGE', 'MENTOR', 'REPRESENTATIVE');

-- CreateEnum
CREATE TYPE "RecordCodeKind" AS ENUM ('ENTRY', 'JUDGE');

-- CreateEnum
CREATE TYPE "SupportKind" AS ENUM ('MONEY', 'EQUIPMENT', 'EXPERTISE', 'TRIAL', 'PURCHASE', 'INTERNSHIP');

-- CreateEnum
CREATE TYPE "UnitKind" AS ENUM ('CENTRE', 'PROVINCE', 'COMMUNE', 'UNIVERSITY', 'SCHOOL', 'ENTERPRISE', 'AGENCY', 'ARMED_FORCES');

-- CreateTable
CREATE TABLE "PanelQuota" (
    "rankingId" UUID NOT NULL,
    "divisionId" UUID NOT NULL,
    "component" INTEGER NOT NULL,
    "top" INTEGER,
    "places" JSONB NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PanelQuota_pkey" PRIMARY KEY ("rankingId","divisionId","component")
);

-- CreateTable
CREATE TABLE "OutcomeOverride" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "award" INTEGER,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutcomeOverride_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "place" INTEGER NOT NULL,
    "tie" TEXT,
    "rulePassed" BOOLEAN NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "because" TEXT[],
    "ruleAward" INTEGER,
    "award" INTEGER,
    "awardName" TEXT,
    "awardBecause" TEXT,
    "overridden" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "outcomeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,
    "revokedReason" TEXT,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CertificatePrinting" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "file" TEXT,

    CONSTRAINT "CertificatePrinting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "recount" JSONB,
    "recountedAt" TIMESTAMPTZ(3),
    "decision" "AppealDecision",
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "outcomeId" UUID,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Nomination" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "fromUnitId" INTEGER NOT NULL,
    "toUnitId" INTEGER NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),
    "settledById" UUID,
    "reason" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NominationConsent" (
    "nominationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "NominationConsent_pkey" PRIMARY KEY ("nominationId","personId")
);

-- CreateTable
CREATE TABLE "ContactShare" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "mentorshipId" UUID,
    "offerId" UUID,
    "mail" BOOLEAN NOT NULL,
    "phone" BOOLEAN NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContactShare_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contest" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "hostId" INTEGER NOT NULL,
    "state" "ContestState" NOT NULL DEFAULT 'DRAFT',
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContestAct" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "to" "ContestState" NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "ContestAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContestRules" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "document" JSONB,
    "hash" TEXT,
    "frozenAt" TIMESTAMPTZ(3),
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "letter" TEXT,

    CONSTRAINT "ContestRules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "personId" UUID,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "letter" TEXT,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContestQuestion" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContestQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JudgeInvitation" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "email" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "tokenHash" TEXT NOT NULL,
    "minLoad" INTEGER NOT NULL,
    "maxLoad" INTEGER NOT NULL,
    "pool" TEXT,
    "deputy" BOOLEAN NOT NULL DEFAULT false,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedById" UUID,
    "acceptedAt" TIMESTAMPTZ(3),
    "fieldIds" TEXT[],
    "hours" INTEGER,
    "ties" TEXT NOT NULL DEFAULT '',
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,
    "declinedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "JudgeInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Division" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Division_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "RoundKind" NOT NULL,
    "name" TEXT NOT NULL,
    "state" "RoundState" NOT NULL DEFAULT 'PLANNED',
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "reviewsPerEntry" INTEGER NOT NULL,
    "method" "RankingMethod" NOT NULL,
    "blind" BOOLEAN NOT NULL DEFAULT true,
    "calibrationId" UUID,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundAct" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "to" "RoundState" NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "RoundAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rubric" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "divisionId" UUID,

    CONSTRAINT "Rubric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Criterion" (
    "id" UUID NOT NULL,
    "rubricId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "weight" DOUBLE PRECISION NOT NULL,
    "min" DOUBLE PRECISION NOT NULL,
    "max" DOUBLE PRECISION NOT NULL,
    "step" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Anchor" (
    "criterionId" UUID NOT NULL,
    "mark" DOUBLE PRECISION NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "Anchor_pkey" PRIMARY KEY ("criterionId","mark")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "divisionId" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "receipt" TEXT NOT NULL,
    "pool" TEXT,
    "enteredById" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3),
    "answers" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EntryMember" (
    "entryId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "IdeaMemberKind" NOT NULL,

    CONSTRAINT "EntryMember_pkey" PRIMARY KEY ("entryId","personId")
);

-- CreateTable
CREATE TABLE "EntryWithdrawal" (
    "entryId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "EntryWithdrawal_pkey" PRIMARY KEY ("entryId")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "txid" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "byId" UUID,
    "personId" UUID,
    "unitId" INTEGER,
    "ideaId" UUID,
    "contestId" UUID,
    "entryId" UUID,
    "payload" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventCursor" (
    "reader" TEXT NOT NULL,
    "txid" BIGINT NOT NULL,
    "id" BIGINT NOT NULL,

    CONSTRAINT "EventCursor_pkey" PRIMARY KEY ("reader")
);

-- CreateTable
CREATE TABLE "Field" (
    "id" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Drive" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "Drive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Idea" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "ownerId" UUID NOT NULL,
    "fieldId" TEXT,
    "driveId" UUID,
    "unitId" INTEGER,
    "provinceId" INTEGER,
    "stage" "IdeaStage" NOT NULL DEFAULT 'IDEA',
    "lookingFor" "LookingFor"[],
    "state" "IdeaState" NOT NULL DEFAULT 'DRAFT',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "publishedVersionId" UUID,

    CONSTRAINT "Idea_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdeaDraft" (
    "ideaId" UUID NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "abstract" TEXT NOT NULL DEFAULT '',
    "problem" TEXT NOT NULL DEFAULT '',
    "solution" TEXT NOT NULL DEFAULT '',
    "novelty" TEXT NOT NULL DEFAULT '',
    "method" TEXT NOT NULL DEFAULT '',
    "beneficiaries" TEXT NOT NULL DEFAULT '',
    "progress" TEXT NOT NULL DEFAULT '',
    "needs" TEXT NOT NULL DEFAULT '',
    "fieldId" TEXT,
    "unitId" INTEGER,
    "lookingFor" "LookingFor"[],
    "revision" INTEGER NOT NULL DEFAULT 0,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdeaDraft_pkey" PRIMARY KEY ("ideaId")
);

-- CreateTable
CREATE TABLE "IdeaDraftAside" (
    "id" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "basedOn" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "IdeaDraftAside_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormerIdeaSlug" (
    "slug" TEXT NOT NULL,
    "ideaId" UUID NOT NULL,

    CONSTRAINT "FormerIdeaSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "IdeaStageChange" (
    "id" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "from" "IdeaStage" NOT NULL,
    "to" "IdeaStage" NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdeaStageChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdeaVersion" (
    "id" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "abstract" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "solution" TEXT NOT NULL,
    "novelty" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "beneficiaries" TEXT NOT NULL,
    "progress" TEXT NOT NULL,
    "needs" TEXT NOT NULL,
    "fieldId" TEXT,
    "unitId" INTEGER,
    "provinceId" INTEGER,
    "lookingFor" "LookingFor"[],
    "foldedTitle" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdeaVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdeaMember" (
    "id" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "kind" "IdeaMemberKind" NOT NULL DEFAULT 'MEMBER',
    "personId" UUID,
    "invitedMail" TEXT,
    "invitedById" UUID,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "IdeaMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdeaFile" (
    "id" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "uploadedById" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IdeaFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdeaVersionFile" (
    "versionId" UUID NOT NULL,
    "fileId" UUID NOT NULL,

    CONSTRAINT "IdeaVersionFile_pkey" PRIMARY KEY ("versionId","fileId")
);

-- CreateTable
CREATE TABLE "IdeaWithdrawal" (
    "id" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "IdeaWithdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Endorsement" (
    "id" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Endorsement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdeaFollow" (
    "id" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "IdeaFollow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LeadHandover" (
    "id" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "LeadHandover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Judge" (
    "id" UUID NOT NULL,
    "roleGrantId" UUID NOT NULL,
    "contestId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "pool" TEXT,
    "minLoad" INTEGER NOT NULL DEFAULT 0,
    "maxLoad" INTEGER NOT NULL,
    "fieldIds" TEXT[],
    "hours" INTEGER,
    "deputy" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Judge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conflict" (
    "id" UUID NOT NULL,
    "roundId" UUID,
    "entryId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "ConflictKind" NOT NULL,
    "reason" TEXT,
    "declaredById" UUID NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Relation" (
    "id" UUID NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "personId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "since" DATE,
    "until" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssignmentPlan" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "seed" INTEGER NOT NULL,
    "problem" JSONB NOT NULL,
    "answer" JSONB NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AssignmentPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Scoresheet" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "judgeId" UUID NOT NULL,
    "reading" INTEGER NOT NULL DEFAULT 1,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "noteToTeam" TEXT NOT NULL DEFAULT '',
    "noteToPanel" TEXT NOT NULL DEFAULT '',
    "noteRevision" INTEGER NOT NULL DEFAULT 0,
    "calibration" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Scoresheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mark" (
    "id" UUID NOT NULL,
    "scoresheetId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "revision" INTEGER NOT NULL,
    "basedOn" INTEGER NOT NULL,
    "clientKey" UUID NOT NULL,
    "standing" "MarkStanding" NOT NULL,
    "markedAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reopening" (
    "id" UUID NOT NULL,
    "scoresheetId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "granted" BOOLEAN,
    "before" JSONB,
    "submittedAt" TIMESTAMPTZ(3),
    "afterSeeing" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Reopening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recusal" (
    "scoresheetId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "Recusal_pkey" PRIMARY KEY ("scoresheetId")
);

-- CreateTable
CREATE TABLE "Ranking" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "method" "RankingMethod" NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,
    "seed" INTEGER NOT NULL,
    "sheets" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "why" TEXT,
    "mu" DOUBLE PRECISION,
    "varianceEntry" DOUBLE PRECISION,
    "varianceJudge" DOUBLE PRECISION,
    "varianceResidual" DOUBLE PRECISION,
    "comparable" BOOLEAN NOT NULL,
    "judges" JSONB NOT NULL,

    CONSTRAINT "Ranking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Standing" (
    "rankingId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "sheets" INTEGER NOT NULL,
    "mean" DOUBLE PRECISION NOT NULL,
    "median" DOUBLE PRECISION NOT NULL,
    "sd" DOUBLE PRECISION,
    "adjusted" DOUBLE PRECISION,
    "se" DOUBLE PRECISION,
    "rank" INTEGER NOT NULL,
    "rankLow" INTEGER,
    "rankHigh" INTEGER,
    "component" INTEGER NOT NULL,
    "criteria" DOUBLE PRECISION[],
    "zeroed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Standing_pkey" PRIMARY KEY ("rankingId","entryId")
);

-- CreateTable
CREATE TABLE "Mentor" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "fieldIds" TEXT[],
    "aspects" "MentoringAspect"[],
    "languages" "Language"[],
    "online" BOOLEAN NOT NULL DEFAULT true,
    "provinceId" INTEGER,
    "unitId" INTEGER NOT NULL,
    "capacity" INTEGER NOT NULL,
    "hoursPerMonth" INTEGER NOT NULL,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "checkedAt" TIMESTAMPTZ(3),
    "checkedById" UUID,
    "declinedAt" TIMESTAMPTZ(3),
    "declinedById" UUID,
    "declineReason" TEXT,
    "pausedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mentor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MentoringProgramme" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "daysToAccept" INTEGER NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MentoringProgramme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeMentor" (
    "programmeId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProgrammeMentor_pkey" PRIMARY KEY ("programmeId","mentorId")
);

-- CreateTable
CREATE TABLE "MentorRequest" (
    "id" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "programmeId" UUID,
    "mentorId" UUID,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "aspects" "MentoringAspect"[],
    "weak" JSONB NOT NULL DEFAULT '[]',
    "note" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "online" BOOLEAN NOT NULL DEFAULT true,
    "withdrawnAt" TIMESTAMPTZ(3),
    "servedAt" TIMESTAMPTZ(3),
    "unservedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MentorRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchPlan" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "problem" JSONB NOT NULL,
    "answer" JSONB NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MatchPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MentorProposal" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "planId" UUID,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "mentorAcceptedAt" TIMESTAMPTZ(3),
    "teamAcceptedAt" TIMESTAMPTZ(3),
    "teamAcceptedById" UUID,
    "declinedAt" TIMESTAMPTZ(3),
    "declinedBySide" "ProposalSide",
    "declineReason" TEXT,
    "lapsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MentorProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mentorship" (
    "id" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "proposalId" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endReason" TEXT,

    CONSTRAINT "Mentorship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MentoringSession" (
    "id" UUID NOT NULL,
    "mentorshipId" UUID NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "online" BOOLEAN NOT NULL,
    "summary" TEXT NOT NULL,
    "nextSteps" TEXT NOT NULL,
    "notedById" UUID NOT NULL,
    "notedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MentoringSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recalledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "reason" "DecisionReason" NOT NULL,
    "note" TEXT,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "eventId" BIGINT NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "eventId" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" UUID,
    "to" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "subject" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "failure" TEXT,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MutedLetter" (
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MutedLetter_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "userName" TEXT,
    "passwordHash" TEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "birthDate" DATE NOT NULL,
    "phone" TEXT,
    "guardianPhone" TEXT,
    "language" "Language" NOT NULL DEFAULT 'vi',
    "classCodeId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "termsVersion" TEXT,
    "termsAcceptedAt" TIMESTAMPTZ(3),
    "slipUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BirthDateCorrection" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "BirthDateCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "userAgent" TEXT,
    "secondFactorAt" TIMESTAMPTZ(3),
    "termsLaterAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailToken" (
    "id" UUID NOT NULL,
    "purpose" "MailTokenPurpose" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "personId" UUID,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MailToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailChange" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "MailChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SecondFactor" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" BIGINT NOT NULL DEFAULT 0,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endReason" TEXT,

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountClosing" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "ideas" "IdeasAtClosing" NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "erasesAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccountClosing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "purpose" "ConsentPurpose" NOT NULL,
    "giver" "ConsentGiver" NOT NULL,
    "guardianName" TEXT,
    "guardianMail" TEXT,
    "askedAt" TIMESTAMPTZ(3),
    "tokenHash" TEXT,
    "givenAt" TIMESTAMPTZ(3),
    "refusedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" UUID NOT NULL,
    "kind" "RoleKind" NOT NULL,
    "personId" UUID NOT NULL,
    "unitId" INTEGER,
    "contestId" UUID,
    "businessId" UUID,
    "grantedById" UUID,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endReason" TEXT,
    "continuesId" UUID,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ContestRecord" (
    "contestId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB NOT NULL,
    "commitment" TEXT,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ContestRecord_pkey" PRIMARY KEY ("contestId","n")
);

-- CreateTable
CREATE TABLE "ContestRecordOpening" (
    "contestId" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "salt" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "ContestRecordOpening_pkey" PRIMARY KEY ("contestId","n")
);

-- CreateTable
CREATE TABLE "RecordCode" (
    "contestId" UUID NOT NULL,
    "kind" "RecordCodeKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "RecordCode_pkey" PRIMARY KEY ("contestId","kind","subjectId")
);

-- CreateTable
CREATE TABLE "IdeaSearchDocument" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "abstract" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "names" TEXT NOT NULL,
    "fieldId" TEXT,
    "provinceSlug" TEXT,
    "provinceName" TEXT,
    "unitIds" INTEGER[],
    "unitName" TEXT,
    "stage" TEXT NOT NULL,
    "lookingFor" TEXT[],
    "contestIds" TEXT[],
    "awards" TEXT[],
    "authorNames" TEXT[],
    "year" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "tie" INTEGER NOT NULL,
    "endorsements" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "words" tsvector NOT NULL,
    "tones" tsvector NOT NULL,

    CONSTRAINT "IdeaSearchDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "noun" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("noun","word")
);

-- CreateTable
CREATE TABLE "SearchIndex" (
    "name" TEXT NOT NULL,
    "identity" TEXT,
    "address" TEXT,
    "behindSince" TIMESTAMPTZ(3),
    "failure" TEXT,
    "syncedAt" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),
    "countedAt" TIMESTAMPTZ(3),
    "rebuildAskedAt" TIMESTAMPTZ(3),
    "rebuildBegan" TIMESTAMPTZ(3),
    "rebuildToldAt" TIMESTAMPTZ(3),
    "rebuildEnded" TIMESTAMPTZ(3),
    "rebuildDone" INTEGER NOT NULL DEFAULT 0,
    "rebuildTotal" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SearchIndex_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "SearchSending" (
    "index" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "doubtful" BOOLEAN NOT NULL DEFAULT false,
    "refused" TEXT,

    CONSTRAINT "SearchSending_pkey" PRIMARY KEY ("index","documentId")
);

-- CreateTable
CREATE TABLE "Business" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "taxCode" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "website" TEXT,
    "registeredById" UUID,
    "position" TEXT,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL,
    "verifiedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),
    "declinedById" UUID,
    "declineReason" TEXT,

    CONSTRAINT "Business_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportOffer" (
    "id" UUID NOT NULL,
    "businessId" UUID NOT NULL,
    "ideaId" UUID NOT NULL,
    "kind" "SupportKind" NOT NULL,
    "text" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "declinedAt" TIMESTAMPTZ(3),
    "declinedById" UUID,
    "declineReason" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,

    CONSTRAINT "SupportOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pledge" (
    "id" UUID NOT NULL,
    "offerId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3),
    "deliveredById" UUID,
    "deliveryNote" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawReason" TEXT,

    CONSTRAINT "Pledge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PledgeDispute" (
    "id" UUID NOT NULL,
    "pledgeId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "PledgeDispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "kind" "UnitKind" NOT NULL,
    "code" TEXT,
    "parentId" INTEGER,
    "path" TEXT NOT NULL,
    "provinceId" INTEGER,
    "startsOn" DATE,
    "endsOn" DATE,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitSuccession" (
    "oldId" INTEGER NOT NULL,
    "successorId" INTEGER NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "UnitSuccession_pkey" PRIMARY KEY ("oldId","successorId")
);

-- CreateTable
CREATE TABLE "FormerUnitName" (
    "id" UUID NOT NULL,
    "unitId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "FormerUnitName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitTarget" (
    "unitId" INTEGER NOT NULL,
    "driveId" UUID NOT NULL,
    "ideas" INTEGER NOT NULL,

    CONSTRAINT "UnitTarget_pkey" PRIMARY KEY ("unitId","driveId")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "unitId" INTEGER NOT NULL,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,
    "declinedAt" TIMESTAMPTZ(3),
    "declinedById" UUID,
    "declineReason" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endReason" TEXT,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClassCode" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClassCode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OutcomeOverride_roundId_entryId_idx" ON "OutcomeOverride"("roundId", "entryId");

-- CreateIndex
CREATE INDEX "Outcome_entryId_idx" ON "Outcome"("entryId");

-- CreateIndex
CREATE UNIQUE INDEX "Outcome_roundId_entryId_edition_key" ON "Outcome"("roundId", "entryId", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_number_key" ON "Certificate"("number");

-- CreateIndex
CREATE INDEX "Certificate_personId_idx" ON "Certificate"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_outcomeId_personId_key" ON "Certificate"("outcomeId", "personId");

-- CreateIndex
CREATE INDEX "CertificatePrinting_roundId_at_idx" ON "CertificatePrinting"("roundId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_outcomeId_key" ON "Appeal"("outcomeId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_roundId_entryId_key" ON "Appeal"("roundId", "entryId");

-- CreateIndex
CREATE INDEX "Nomination_toUnitId_idx" ON "Nomination"("toUnitId");

-- CreateIndex
CREATE UNIQUE INDEX "Nomination_entryId_toUnitId_key" ON "Nomination"("entryId", "toUnitId");

-- CreateIndex
CREATE INDEX "ContactShare_mentorshipId_idx" ON "ContactShare"("mentorshipId");

-- CreateIndex
CREATE INDEX "ContactShare_offerId_idx" ON "ContactShare"("offerId");

-- CreateIndex
CREATE INDEX "ContactShare_personId_idx" ON "ContactShare"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Contest_slug_key" ON "Contest"("slug");

-- CreateIndex
CREATE INDEX "Contest_hostId_idx" ON "Contest"("hostId");

-- CreateIndex
CREATE INDEX "Contest_state_closesAt_idx" ON "Contest"("state", "closesAt");

-- CreateIndex
CREATE INDEX "ContestAct_contestId_idx" ON "ContestAct"("contestId");

-- CreateIndex
CREATE UNIQUE INDEX "ContestRules_contestId_number_key" ON "ContestRules"("contestId", "number");

-- CreateIndex
CREATE INDEX "Extension_contestId_personId_idx" ON "Extension"("contestId", "personId");

-- CreateIndex
CREATE INDEX "ContestQuestion_contestId_idx" ON "ContestQuestion"("contestId");

-- CreateIndex
CREATE INDEX "Announcement_contestId_idx" ON "Announcement"("contestId");

-- CreateIndex
CREATE UNIQUE INDEX "JudgeInvitation_tokenHash_key" ON "JudgeInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "JudgeInvitation_contestId_idx" ON "JudgeInvitation"("contestId");

-- CreateIndex
CREATE UNIQUE INDEX "Division_contestId_slug_key" ON "Division"("contestId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Round_contestId_number_key" ON "Round"("contestId", "number");

-- CreateIndex
CREATE INDEX "RoundAct_roundId_idx" ON "RoundAct"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "Rubric_roundId_divisionId_key" ON "Rubric"("roundId", "divisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Criterion_rubricId_position_key" ON "Criterion"("rubricId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Entry_receipt_key" ON "Entry"("receipt");

-- CreateIndex
CREATE INDEX "Entry_ideaId_idx" ON "Entry"("ideaId");

-- CreateIndex
CREATE INDEX "Entry_divisionId_idx" ON "Entry"("divisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Entry_contestId_number_key" ON "Entry"("contestId", "number");

-- CreateIndex
CREATE INDEX "EntryMember_personId_idx" ON "EntryMember"("personId");

-- CreateIndex
CREATE INDEX "Event_txid_id_idx" ON "Event"("txid", "id");

-- CreateIndex
CREATE INDEX "Event_ideaId_id_idx" ON "Event"("ideaId", "id");

-- CreateIndex
CREATE INDEX "Event_contestId_id_idx" ON "Event"("contestId", "id");

-- CreateIndex
CREATE INDEX "Event_personId_id_idx" ON "Event"("personId", "id");

-- CreateIndex
CREATE INDEX "Event_byId_id_idx" ON "Event"("byId", "id");

-- CreateIndex
CREATE INDEX "Event_unitId_id_idx" ON "Event"("unitId", "id");

-- CreateIndex
CREATE INDEX "Event_at_idx" ON "Event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Drive_slug_key" ON "Drive"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Idea_slug_key" ON "Idea"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Idea_publishedVersionId_key" ON "Idea"("publishedVersionId");

-- CreateIndex
CREATE INDEX "Idea_ownerId_idx" ON "Idea"("ownerId");

-- CreateIndex
CREATE INDEX "Idea_state_publishedAt_idx" ON "Idea"("state", "publishedAt");

-- CreateIndex
CREATE INDEX "Idea_unitId_idx" ON "Idea"("unitId");

-- CreateIndex
CREATE INDEX "Idea_provinceId_idx" ON "Idea"("provinceId");

-- CreateIndex
CREATE INDEX "Idea_fieldId_idx" ON "Idea"("fieldId");

-- CreateIndex
CREATE INDEX "Idea_publishedAt_id_idx" ON "Idea"("publishedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "IdeaDraftAside_ideaId_settledAt_idx" ON "IdeaDraftAside"("ideaId", "settledAt");

-- CreateIndex
CREATE INDEX "FormerIdeaSlug_ideaId_idx" ON "FormerIdeaSlug"("ideaId");

-- CreateIndex
CREATE INDEX "IdeaStageChange_ideaId_idx" ON "IdeaStageChange"("ideaId");

-- CreateIndex
CREATE UNIQUE INDEX "IdeaVersion_ideaId_number_key" ON "IdeaVersion"("ideaId", "number");

-- CreateIndex
CREATE INDEX "IdeaMember_ideaId_idx" ON "IdeaMember"("ideaId");

-- CreateIndex
CREATE INDEX "IdeaMember_personId_idx" ON "IdeaMember"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "IdeaFile_key_key" ON "IdeaFile"("key");

-- CreateIndex
CREATE INDEX "IdeaFile_ideaId_idx" ON "IdeaFile"("ideaId");

-- CreateIndex
CREATE INDEX "IdeaWithdrawal_ideaId_idx" ON "IdeaWithdrawal"("ideaId");

-- CreateIndex
CREATE INDEX "Endorsement_ideaId_withdrawnAt_idx" ON "Endorsement"("ideaId", "withdrawnAt");

-- CreateIndex
CREATE INDEX "Endorsement_personId_idx" ON "Endorsement"("personId");

-- CreateIndex
CREATE INDEX "IdeaFollow_ideaId_endedAt_idx" ON "IdeaFollow"("ideaId", "endedAt");

-- CreateIndex
CREATE INDEX "IdeaFollow_personId_idx" ON "IdeaFollow"("personId");

-- CreateIndex
CREATE INDEX "LeadHandover_ideaId_idx" ON "LeadHandover"("ideaId");

-- CreateIndex
CREATE INDEX "LeadHandover_toId_idx" ON "LeadHandover"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "Judge_roleGrantId_key" ON "Judge"("roleGrantId");

-- CreateIndex
CREATE UNIQUE INDEX "Judge_contestId_number_key" ON "Judge"("contestId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Judge_contestId_personId_key" ON "Judge"("contestId", "personId");

-- CreateIndex
CREATE INDEX "Conflict_entryId_idx" ON "Conflict"("entryId");

-- CreateIndex
CREATE INDEX "Conflict_personId_idx" ON "Conflict"("personId");

-- CreateIndex
CREATE INDEX "Relation_personId_idx" ON "Relation"("personId");

-- CreateIndex
CREATE INDEX "Relation_otherId_idx" ON "Relation"("otherId");

-- CreateIndex
CREATE INDEX "AssignmentPlan_roundId_idx" ON "AssignmentPlan"("roundId");

-- CreateIndex
CREATE INDEX "Scoresheet_judgeId_roundId_idx" ON "Scoresheet"("judgeId", "roundId");

-- CreateIndex
CREATE INDEX "Scoresheet_entryId_idx" ON "Scoresheet"("entryId");

-- CreateIndex
CREATE UNIQUE INDEX "Scoresheet_roundId_entryId_judgeId_reading_key" ON "Scoresheet"("roundId", "entryId", "judgeId", "reading");

-- CreateIndex
CREATE UNIQUE INDEX "Mark_scoresheetId_clientKey_key" ON "Mark"("scoresheetId", "clientKey");

-- CreateIndex
CREATE UNIQUE INDEX "Mark_scoresheetId_criterionId_revision_key" ON "Mark"("scoresheetId", "criterionId", "revision");

-- CreateIndex
CREATE INDEX "Reopening_scoresheetId_idx" ON "Reopening"("scoresheetId");

-- CreateIndex
CREATE INDEX "Ranking_roundId_computedAt_idx" ON "Ranking"("roundId", "computedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mentor_personId_key" ON "Mentor"("personId");

-- CreateIndex
CREATE INDEX "Mentor_unitId_idx" ON "Mentor"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "MentoringProgramme_slug_key" ON "MentoringProgramme"("slug");

-- CreateIndex
CREATE INDEX "MentoringProgramme_unitId_idx" ON "MentoringProgramme"("unitId");

-- CreateIndex
CREATE INDEX "ProgrammeMentor_mentorId_idx" ON "ProgrammeMentor"("mentorId");

-- CreateIndex
CREATE INDEX "MentorRequest_ideaId_idx" ON "MentorRequest"("ideaId");

-- CreateIndex
CREATE INDEX "MentorRequest_programmeId_idx" ON "MentorRequest"("programmeId");

-- CreateIndex
CREATE INDEX "MentorRequest_mentorId_idx" ON "MentorRequest"("mentorId");

-- CreateIndex
CREATE INDEX "MatchPlan_programmeId_idx" ON "MatchPlan"("programmeId");

-- CreateIndex
CREATE INDEX "MentorProposal_mentorId_idx" ON "MentorProposal"("mentorId");

-- CreateIndex
CREATE INDEX "MentorProposal_expiresAt_idx" ON "MentorProposal"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "MentorProposal_requestId_mentorId_key" ON "MentorProposal"("requestId", "mentorId");

-- CreateIndex
CREATE UNIQUE INDEX "Mentorship_proposalId_key" ON "Mentorship"("proposalId");

-- CreateIndex
CREATE INDEX "Mentorship_mentorId_idx" ON "Mentorship"("mentorId");

-- CreateIndex
CREATE INDEX "Mentorship_ideaId_idx" ON "Mentorship"("ideaId");

-- CreateIndex
CREATE INDEX "MentoringSession_mentorshipId_idx" ON "MentoringSession"("mentorshipId");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_versionId_key" ON "Submission"("versionId");

-- CreateIndex
CREATE INDEX "Submission_ideaId_idx" ON "Submission"("ideaId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_submissionId_key" ON "Decision"("submissionId");

-- CreateIndex
CREATE INDEX "Notice_personId_createdAt_idx" ON "Notice"("personId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Notice_eventId_personId_kind_key" ON "Notice"("eventId", "personId", "kind");

-- CreateIndex
CREATE INDEX "Letter_sentAt_nextAt_idx" ON "Letter"("sentAt", "nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_eventId_to_kind_key" ON "Letter"("eventId", "to", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Person_userName_key" ON "Person"("userName");

-- CreateIndex
CREATE INDEX "BirthDateCorrection_personId_idx" ON "BirthDateCorrection"("personId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "MailToken_tokenHash_key" ON "MailToken"("tokenHash");

-- CreateIndex
CREATE INDEX "MailToken_personId_purpose_idx" ON "MailToken"("personId", "purpose");

-- CreateIndex
CREATE INDEX "MailChange_personId_idx" ON "MailChange"("personId");

-- CreateIndex
CREATE INDEX "SecondFactor_personId_idx" ON "SecondFactor"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_personId_hash_key" ON "RecoveryCode"("personId", "hash");

-- CreateIndex
CREATE INDEX "AccountClosing_personId_idx" ON "AccountClosing"("personId");

-- CreateIndex
CREATE INDEX "Consent_personId_purpose_idx" ON "Consent"("personId", "purpose");

-- CreateIndex
CREATE INDEX "Consent_tokenHash_idx" ON "Consent"("tokenHash");

-- CreateIndex
CREATE INDEX "RoleGrant_personId_idx" ON "RoleGrant"("personId");

-- CreateIndex
CREATE INDEX "RoleGrant_unitId_kind_idx" ON "RoleGrant"("unitId", "kind");

-- CreateIndex
CREATE INDEX "RoleGrant_contestId_kind_idx" ON "RoleGrant"("contestId", "kind");

-- CreateIndex
CREATE INDEX "RoleGrant_businessId_idx" ON "RoleGrant"("businessId");

-- CreateIndex
CREATE UNIQUE INDEX "RecordCode_contestId_code_key" ON "RecordCode"("contestId", "code");

-- CreateIndex
CREATE INDEX "IdeaSearchDocument_fieldId_publishedAt_tie_idx" ON "IdeaSearchDocument"("fieldId", "publishedAt" DESC, "tie");

-- CreateIndex
CREATE INDEX "IdeaSearchDocument_provinceSlug_publishedAt_tie_idx" ON "IdeaSearchDocument"("provinceSlug", "publishedAt" DESC, "tie");

-- CreateIndex
CREATE INDEX "IdeaSearchDocument_stage_publishedAt_tie_idx" ON "IdeaSearchDocument"("stage", "publishedAt" DESC, "tie");

-- CreateIndex
CREATE INDEX "IdeaSearchDocument_endorsements_publishedAt_tie_idx" ON "IdeaSearchDocument"("endorsements" DESC, "publishedAt" DESC, "tie");

-- CreateIndex
CREATE INDEX "IdeaSearchDocument_unitIds_idx" ON "IdeaSearchDocument" USING GIN ("unitIds");

-- CreateIndex
CREATE INDEX "IdeaSearchDocument_contestIds_idx" ON "IdeaSearchDocument" USING GIN ("contestIds");

-- CreateIndex
CREATE INDEX "IdeaSearchDocument_awards_idx" ON "IdeaSearchDocument" USING GIN ("awards");

-- CreateIndex
CREATE INDEX "IdeaSearchDocument_lookingFor_idx" ON "IdeaSearchDocument" USING GIN ("lookingFor");

-- CreateIndex
CREATE UNIQUE INDEX "Business_slug_key" ON "Business"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Business_taxCode_key" ON "Business"("taxCode");

-- CreateIndex
CREATE UNIQUE INDEX "SavedSearch_personId_query_key" ON "SavedSearch"("personId", "query");

-- CreateIndex
CREATE INDEX "SupportOffer_businessId_idx" ON "SupportOffer"("businessId");

-- CreateIndex
CREATE INDEX "SupportOffer_ideaId_idx" ON "SupportOffer"("ideaId");

-- CreateIndex
CREATE UNIQUE INDEX "Pledge_offerId_key" ON "Pledge"("offerId");

-- CreateIndex
CREATE INDEX "PledgeDispute_pledgeId_idx" ON "PledgeDispute"("pledgeId");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_slug_key" ON "Unit"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_code_key" ON "Unit"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_path_key" ON "Unit"("path");

-- CreateIndex
CREATE INDEX "Unit_parentId_idx" ON "Unit"("parentId");

-- CreateIndex
CREATE INDEX "Unit_provinceId_idx" ON "Unit"("provinceId");

-- CreateIndex
CREATE INDEX "Unit_folded_idx" ON "Unit"("folded");

-- CreateIndex
CREATE INDEX "UnitSuccession_successorId_idx" ON "UnitSuccession"("successorId");

-- CreateIndex
CREATE INDEX "FormerUnitName_folded_idx" ON "FormerUnitName"("folded");

-- CreateIndex
CREATE UNIQUE INDEX "FormerUnitName_unitId_name_key" ON "FormerUnitName"("unitId", "name");

-- CreateIndex
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");

-- CreateIndex
CREATE INDEX "Membership_unitId_confirmedAt_idx" ON "Membership"("unitId", "confirmedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ClassCode_code_key" ON "ClassCode"("code");

-- AddForeignKey
ALTER TABLE "PanelQuota" ADD CONSTRAINT "PanelQuota_rankingId_fkey" FOREIGN KEY ("rankingId") REFERENCES "Ranking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PanelQuota" ADD CONSTRAINT "PanelQuota_divisionId_fkey" FOREIGN KEY ("divisionId") REFERENCES "Division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PanelQuota" ADD CONSTRAINT "PanelQuota_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeOverride" ADD CONSTRAINT "OutcomeOverride_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeOverride" ADD CONSTRAINT "OutcomeOverride_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeOverride" ADD CONSTRAINT "OutcomeOverride_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_revokedById_fkey" FOREIGN KEY ("revokedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificatePrinting" ADD CONSTRAINT "CertificatePrinting_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificatePrinting" ADD CONSTRAINT "CertificatePrinting_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_fromUnitId_fkey" FOREIGN KEY ("fromUnitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_toUnitId_fkey" FOREIGN KEY ("toUnitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominationConsent" ADD CONSTRAINT "NominationConsent_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "Nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominationConsent" ADD CONSTRAINT "NominationConsent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactShare" ADD CONSTRAINT "ContactShare_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactShare" ADD CONSTRAINT "ContactShare_mentorshipId_fkey" FOREIGN KEY ("mentorshipId") REFERENCES "Mentorship"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactShare" ADD CONSTRAINT "ContactShare_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "SupportOffer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contest" ADD CONSTRAINT "Contest_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contest" ADD CONSTRAINT "Contest_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestAct" ADD CONSTRAINT "ContestAct_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestAct" ADD CONSTRAINT "ContestAct_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestRules" ADD CONSTRAINT "ContestRules_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestRules" ADD CONSTRAINT "ContestRules_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestQuestion" ADD CONSTRAINT "ContestQuestion_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestQuestion" ADD CONSTRAINT "ContestQuestion_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestQuestion" ADD CONSTRAINT "ContestQuestion_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Announcement" ADD CONSTRAINT "Announcement_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JudgeInvitation" ADD CONSTRAINT "JudgeInvitation_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JudgeInvitation" ADD CONSTRAINT "JudgeInvitation_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JudgeInvitation" ADD CONSTRAINT "JudgeInvitation_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JudgeInvitation" ADD CONSTRAINT "JudgeInvitation_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Division" ADD CONSTRAINT "Division_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_calibrationId_fkey" FOREIGN KEY ("calibrationId") REFERENCES "Entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundAct" ADD CONSTRAINT "RoundAct_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundAct" ADD CONSTRAINT "RoundAct_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rubric" ADD CONSTRAINT "Rubric_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rubric" ADD CONSTRAINT "Rubric_divisionId_fkey" FOREIGN KEY ("divisionId") REFERENCES "Division"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_rubricId_fkey" FOREIGN KEY ("rubricId") REFERENCES "Rubric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_divisionId_fkey" FOREIGN KEY ("divisionId") REFERENCES "Division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "IdeaVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryMember" ADD CONSTRAINT "EntryMember_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryMember" ADD CONSTRAINT "EntryMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryWithdrawal" ADD CONSTRAINT "EntryWithdrawal_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryWithdrawal" ADD CONSTRAINT "EntryWithdrawal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_fieldId_fkey" FOREIGN KEY ("fieldId") REFERENCES "Field"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_driveId_fkey" FOREIGN KEY ("driveId") REFERENCES "Drive"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Idea" ADD CONSTRAINT "Idea_publishedVersionId_fkey" FOREIGN KEY ("publishedVersionId") REFERENCES "IdeaVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaDraft" ADD CONSTRAINT "IdeaDraft_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaDraft" ADD CONSTRAINT "IdeaDraft_fieldId_fkey" FOREIGN KEY ("fieldId") REFERENCES "Field"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaDraft" ADD CONSTRAINT "IdeaDraft_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaDraftAside" ADD CONSTRAINT "IdeaDraftAside_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaDraftAside" ADD CONSTRAINT "IdeaDraftAside_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerIdeaSlug" ADD CONSTRAINT "FormerIdeaSlug_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaStageChange" ADD CONSTRAINT "IdeaStageChange_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaStageChange" ADD CONSTRAINT "IdeaStageChange_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaVersion" ADD CONSTRAINT "IdeaVersion_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaVersion" ADD CONSTRAINT "IdeaVersion_fieldId_fkey" FOREIGN KEY ("fieldId") REFERENCES "Field"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaVersion" ADD CONSTRAINT "IdeaVersion_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaVersion" ADD CONSTRAINT "IdeaVersion_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaVersion" ADD CONSTRAINT "IdeaVersion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaMember" ADD CONSTRAINT "IdeaMember_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaMember" ADD CONSTRAINT "IdeaMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaMember" ADD CONSTRAINT "IdeaMember_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaFile" ADD CONSTRAINT "IdeaFile_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaFile" ADD CONSTRAINT "IdeaFile_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaVersionFile" ADD CONSTRAINT "IdeaVersionFile_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "IdeaVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaVersionFile" ADD CONSTRAINT "IdeaVersionFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "IdeaFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaWithdrawal" ADD CONSTRAINT "IdeaWithdrawal_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaWithdrawal" ADD CONSTRAINT "IdeaWithdrawal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaFollow" ADD CONSTRAINT "IdeaFollow_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdeaFollow" ADD CONSTRAINT "IdeaFollow_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadHandover" ADD CONSTRAINT "LeadHandover_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadHandover" ADD CONSTRAINT "LeadHandover_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LeadHandover" ADD CONSTRAINT "LeadHandover_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Judge" ADD CONSTRAINT "Judge_roleGrantId_fkey" FOREIGN KEY ("roleGrantId") REFERENCES "RoleGrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Judge" ADD CONSTRAINT "Judge_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Judge" ADD CONSTRAINT "Judge_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conflict" ADD CONSTRAINT "Conflict_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conflict" ADD CONSTRAINT "Conflict_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conflict" ADD CONSTRAINT "Conflict_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conflict" ADD CONSTRAINT "Conflict_declaredById_fkey" FOREIGN KEY ("declaredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentPlan" ADD CONSTRAINT "AssignmentPlan_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentPlan" ADD CONSTRAINT "AssignmentPlan_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scoresheet" ADD CONSTRAINT "Scoresheet_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scoresheet" ADD CONSTRAINT "Scoresheet_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scoresheet" ADD CONSTRAINT "Scoresheet_judgeId_fkey" FOREIGN KEY ("judgeId") REFERENCES "Judge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mark" ADD CONSTRAINT "Mark_scoresheetId_fkey" FOREIGN KEY ("scoresheetId") REFERENCES "Scoresheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mark" ADD CONSTRAINT "Mark_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reopening" ADD CONSTRAINT "Reopening_scoresheetId_fkey" FOREIGN KEY ("scoresheetId") REFERENCES "Scoresheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reopening" ADD CONSTRAINT "Reopening_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reopening" ADD CONSTRAINT "Reopening_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_scoresheetId_fkey" FOREIGN KEY ("scoresheetId") REFERENCES "Scoresheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ranking" ADD CONSTRAINT "Ranking_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Standing" ADD CONSTRAINT "Standing_rankingId_fkey" FOREIGN KEY ("rankingId") REFERENCES "Ranking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Standing" ADD CONSTRAINT "Standing_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentor" ADD CONSTRAINT "Mentor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentor" ADD CONSTRAINT "Mentor_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentor" ADD CONSTRAINT "Mentor_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentor" ADD CONSTRAINT "Mentor_checkedById_fkey" FOREIGN KEY ("checkedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentor" ADD CONSTRAINT "Mentor_declinedById_fkey" FOREIGN KEY ("declinedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentoringProgramme" ADD CONSTRAINT "MentoringProgramme_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentoringProgramme" ADD CONSTRAINT "MentoringProgramme_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeMentor" ADD CONSTRAINT "ProgrammeMentor_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "MentoringProgramme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeMentor" ADD CONSTRAINT "ProgrammeMentor_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Mentor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorRequest" ADD CONSTRAINT "MentorRequest_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorRequest" ADD CONSTRAINT "MentorRequest_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "MentoringProgramme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorRequest" ADD CONSTRAINT "MentorRequest_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Mentor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorRequest" ADD CONSTRAINT "MentorRequest_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchPlan" ADD CONSTRAINT "MatchPlan_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "MentoringProgramme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchPlan" ADD CONSTRAINT "MatchPlan_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorProposal" ADD CONSTRAINT "MentorProposal_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "MentorRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorProposal" ADD CONSTRAINT "MentorProposal_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Mentor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorProposal" ADD CONSTRAINT "MentorProposal_planId_fkey" FOREIGN KEY ("planId") REFERENCES "MatchPlan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorProposal" ADD CONSTRAINT "MentorProposal_teamAcceptedById_fkey" FOREIGN KEY ("teamAcceptedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Mentor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "MentorProposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentorship" ADD CONSTRAINT "Mentorship_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentoringSession" ADD CONSTRAINT "MentoringSession_mentorshipId_fkey" FOREIGN KEY ("mentorshipId") REFERENCES "Mentorship"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentoringSession" ADD CONSTRAINT "MentoringSession_notedById_fkey" FOREIGN KEY ("notedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "IdeaVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MutedLetter" ADD CONSTRAINT "MutedLetter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_classCodeId_fkey" FOREIGN KEY ("classCodeId") REFERENCES "ClassCode"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BirthDateCorrection" ADD CONSTRAINT "BirthDateCorrection_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BirthDateCorrection" ADD CONSTRAINT "BirthDateCorrection_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailToken" ADD CONSTRAINT "MailToken_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailChange" ADD CONSTRAINT "MailChange_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountClosing" ADD CONSTRAINT "AccountClosing_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_continuesId_fkey" FOREIGN KEY ("continuesId") REFERENCES "RoleGrant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestRecord" ADD CONSTRAINT "ContestRecord_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContestRecordOpening" ADD CONSTRAINT "ContestRecordOpening_contestId_n_fkey" FOREIGN KEY ("contestId", "n") REFERENCES "ContestRecord"("contestId", "n") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordCode" ADD CONSTRAINT "RecordCode_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Business" ADD CONSTRAINT "Business_registeredById_fkey" FOREIGN KEY ("registeredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Business" ADD CONSTRAINT "Business_declinedById_fkey" FOREIGN KEY ("declinedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportOffer" ADD CONSTRAINT "SupportOffer_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportOffer" ADD CONSTRAINT "SupportOffer_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportOffer" ADD CONSTRAINT "SupportOffer_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportOffer" ADD CONSTRAINT "SupportOffer_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportOffer" ADD CONSTRAINT "SupportOffer_declinedById_fkey" FOREIGN KEY ("declinedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportOffer" ADD CONSTRAINT "SupportOffer_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "SupportOffer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_deliveredById_fkey" FOREIGN KEY ("deliveredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PledgeDispute" ADD CONSTRAINT "PledgeDispute_pledgeId_fkey" FOREIGN KEY ("pledgeId") REFERENCES "Pledge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PledgeDispute" ADD CONSTRAINT "PledgeDispute_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_provinceId_fkey" FOREIGN KEY ("provinceId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_oldId_fkey" FOREIGN KEY ("oldId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitSuccession" ADD CONSTRAINT "UnitSuccession_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormerUnitName" ADD CONSTRAINT "FormerUnitName_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitTarget" ADD CONSTRAINT "UnitTarget_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitTarget" ADD CONSTRAINT "UnitTarget_driveId_fkey" FOREIGN KEY ("driveId") REFERENCES "Drive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_declinedById_fkey" FOREIGN KEY ("declinedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassCode" ADD CONSTRAINT "ClassCode_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassCode" ADD CONSTRAINT "ClassCode_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
