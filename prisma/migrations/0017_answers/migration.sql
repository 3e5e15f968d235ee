-- How an answer read before it was put right.
CREATE TABLE "EarlierAnswer" (
    "id" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "shown" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EarlierAnswer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "EarlierAnswer_questionId_until_idx" ON "EarlierAnswer"("questionId", "until");
ALTER TABLE "EarlierAnswer" ADD CONSTRAINT "EarlierAnswer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "ContestQuestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Questions and answers are everybody's to read.
SELECT watch_changes('EarlierAnswer');
