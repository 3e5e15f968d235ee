/**
 * An idea as everybody may read it: what the public page, the index and the reading API are made of.
 *
 * Whoever builds one has already applied the rules of publication: the idea is published, names and units that a minor may not
 * show are left out, and while the idea stands in a blind contest nothing here tells who wrote it.
 */
export type PublicIdea = {
  id: string;
  slug: string;
  title: string;
  /** One line. */
  abstract: string;
  problem: string;
  solution: string;
  novelty: string;
  method: string;
  beneficiaries: string;
  progress: string;
  needs: string;
  fieldId: string | null;
  province: { id: number; slug: string; name: string } | null;
  /** The unit to name beside the authors; absent where it may not be shown. */
  unit: { id: number; slug: string; name: string } | null;
  /** The ids of that unit and of every unit above it, the highest first. */
  unitIds: number[];
  stage: string;
  lookingFor: string[];
  /** Contests it publicly takes part in. */
  contestIds: string[];
  /** Awards it was publicly given: `giai-nhat`. */
  awards: string[];
  publishedAt: Date;
  /** Empty while the names may not be shown. */
  authorNames: string[];
  endorsements: number;
};
