/** The day the terms on /dieu-khoan were last changed in substance; what a person agreed to is kept with their account. */
export const termsVersion = '2026-01-01';
