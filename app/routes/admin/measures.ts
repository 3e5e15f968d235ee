import { isAdministrator } from '#app/domain/people/actor.ts';
import { NotFound } from '#app/domain/refusal.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { writeMeasures } from '#search/write-measures.server.ts';

/** Figures for a watching program (Prometheus' text format): on this very machine, or for administrators; nobody else knows of it. */
export const loader = forAnyone(async ({ person, address }) => {
  const isHere = address === '::1' || address.startsWith('127.');
  if (!isHere && !(person !== null && isAdministrator(person))) throw new NotFound();
  return new Response(await writeMeasures(), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  });
});
