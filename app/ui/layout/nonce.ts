import { createContext, useContext } from 'react';

const Nonce = createContext<string | undefined>(undefined);

export const NonceProvider = Nonce.Provider;

/** The nonce of this answer's inline scripts; only the server knows it. */
export function useNonce(): string | undefined {
  return useContext(Nonce);
}
