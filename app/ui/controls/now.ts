import { useRouteLoaderData } from '@remix-run/react';
import { createContext, useContext } from 'react';

/** The time at which the server made this page, so that both sides count from the same moment. */
export function useNow(): Date {
  const data = useRouteLoaderData('root') as { now?: Date | string } | undefined;
  return new Date(data?.now ?? Date.now());
}

const Turns = createContext<((at: number) => void) | undefined>(undefined);

export const TurnsProvider = Turns.Provider;

/** Tells the server when something on this page will read differently, in milliseconds since 1970; undefined in the browser. */
export function useTellTurn(): ((at: number) => void) | undefined {
  return useContext(Turns);
}
