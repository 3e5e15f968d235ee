/** Exists with the embedded database only, on loopback. */
export const demoPassword = 'y-hay-thu-nghiem';

/** How to get into the demo world: one line for every role. */
export const demoSignIns: { signIn: string; role: string }[] = [];
