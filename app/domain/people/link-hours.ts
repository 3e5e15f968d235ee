/** How long a link sent by mail is good for, in hours. */
export const linkHours = { VERIFY_MAIL: 7 * 24, RESET_PASSWORD: 1, FIRST_ADMINISTRATOR: 24 } as const;
