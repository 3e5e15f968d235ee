import { env } from '#app/platform/env.server.ts';
import { running } from '#app/platform/running.server.ts';

/**
 * Whether roles sleep until a second factor is given. Always, but in the demo world, whose password is printed on the
 * first page: there it is offered to everybody and asked of nobody who has not set one up, unless SECOND_FACTOR says so.
 */
export function isSecondFactorAsked(): boolean {
  return !running().demo || env().SECOND_FACTOR === 'required';
}
