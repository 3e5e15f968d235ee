import { index, type RouteConfig, route } from '@remix-run/route-config';

/**
 * Every address in, Vietnamese on the left, its English file on the right, grouped by audience.
 * Addresses out: app/paths.ts. What each visitor gets at each address: tests/routes/access.test.ts.
 */
export default [
  // everyone
  index('routes/site/home.tsx'),

  // people

  // units

  // ideas

  // moderation

  // contests

  // judging

  // administration
] satisfies RouteConfig;

void route;
