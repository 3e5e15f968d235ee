-- How the entries of a round are parted into panels, and from when on a judge sees the others' marks.
CREATE TYPE "RoundPanels" AS ENUM ('NONE', 'DIVISION', 'UNIT');
CREATE TYPE "OthersMarks" AS ENUM ('CLOSED', 'SUBMITTED');
ALTER TABLE "Round"
  ADD COLUMN "panels" "RoundPanels" NOT NULL DEFAULT 'NONE',
  ADD COLUMN "othersMarks" "OthersMarks" NOT NULL DEFAULT 'CLOSED';
CREATE TABLE "PanelUnit" (
    "roundId" UUID NOT NULL,
    "unitId" INTEGER NOT NULL,

    CONSTRAINT "PanelUnit_pkey" PRIMARY KEY ("roundId","unitId")
);
CREATE INDEX "PanelUnit_unitId_idx" ON "PanelUnit"("unitId");
ALTER TABLE "PanelUnit" ADD CONSTRAINT "PanelUnit_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PanelUnit" ADD CONSTRAINT "PanelUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The rules are everybody's to read.
SELECT watch_changes('PanelUnit');

-- A judge reads for one panel or several.
ALTER TABLE "Judge" ADD COLUMN "pools" TEXT[];
UPDATE "Judge" SET "pools" = CASE WHEN "pool" IS NULL THEN '{}' ELSE ARRAY["pool"] END;
ALTER TABLE "Judge" DROP COLUMN "pool";
ALTER TABLE "JudgeInvitation" ADD COLUMN "pools" TEXT[];
UPDATE "JudgeInvitation" SET "pools" = CASE WHEN "pool" IS NULL THEN '{}' ELSE ARRAY["pool"] END;
ALTER TABLE "JudgeInvitation" DROP COLUMN "pool";

-- Plans and rehearsals keep the problem they were made for.
CREATE FUNCTION pg_temp.with_pools(problem jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT CASE WHEN jsonb_typeof(problem -> 'judges') <> 'array' THEN problem ELSE
    jsonb_set(problem, '{judges}', coalesce((
      SELECT jsonb_agg(
        (judge - 'pool') || jsonb_build_object(
          'pools', CASE WHEN judge ->> 'pool' IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(judge -> 'pool') END
        ) ORDER BY at)
      FROM jsonb_array_elements(problem -> 'judges') WITH ORDINALITY AS judges (judge, at)
    ), '[]'::jsonb)) END
$$;
UPDATE "AssignmentPlan" SET "problem" = pg_temp.with_pools("problem");
UPDATE "Rehearsal" SET "problem" = pg_temp.with_pools("problem");
