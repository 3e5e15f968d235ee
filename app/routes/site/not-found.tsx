import { NotFound } from '#app/domain/refusal.ts';
import { forAnyone } from '#app/routes/door.server.ts';

async function nothing(): Promise<never> {
  throw new NotFound();
}

export const loader = forAnyone(nothing);

export const action = forAnyone(nothing);

export default function Nowhere() {
  return null;
}
