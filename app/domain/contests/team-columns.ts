/** What a table of teams may say of each, in the order it is shown and in which the template has it. */
export const teamColumns = ['team', 'title', 'division', 'unit', 'lead', 'email', 'birthDate', 'members'] as const;
export type TeamColumn = (typeof teamColumns)[number];
