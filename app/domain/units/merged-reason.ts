/** Why a role at a unit that merged ended; pages say it in words. */
export const mergedReason = 'MERGED';
