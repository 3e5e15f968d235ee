import { NotFound } from '#app/domain/refusal.ts';
import { forAnyone } from '#app/routes/door.server.ts';

const nothing = forAnyone(async () => {
  throw new NotFound();
});

export { nothing as action, nothing as loader };

export default function Nowhere() {
  return null;
}
