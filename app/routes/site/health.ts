import { checkHealth } from '#app/domain/history/check-health.server.ts';
import { forAnyone } from '#app/routes/door.server.ts';

export const loader = forAnyone(async () => {
  const health = await checkHealth();
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
});
