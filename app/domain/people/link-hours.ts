/** How long a link sent by mail is good for, in hours. */
export const linkHours = {
  VERIFY_MAIL: 7 * 24,
  RESET_PASSWORD: 1,
  FIRST_ADMINISTRATOR: 24,
  CHANGE_MAIL: 24,
  UNDO_MAIL_CHANGE: 7 * 24,
  SECOND_STEP: 0.25,
  REOPEN_ACCOUNT: 14 * 24,
} as const;
