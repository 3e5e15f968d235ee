/** What a table of judges may say of each, in the order it is shown. */
export const judgeColumns = ['name', 'email', 'fields', 'hours', 'pool', 'maxLoad', 'deputy'] as const;
export type JudgeColumn = (typeof judgeColumns)[number];
