/** Tables of the search: made anew from the others after a restore. */
export const madeAnew = /^(\w+SearchDocument|SearchWord|SearchSending|SearchIndex)$/;

/** The keys of the files that the database still holds people to: those of a draft, and those of a text that was handed in. */
export const keysInUse = `select f."key" from "IdeaFile" f
  where f."removedAt" is null or exists (select 1 from "IdeaVersionFile" v where v."fileId" = f."id")`;
