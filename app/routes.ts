import { index, type RouteConfig, route } from '@remix-run/route-config';

/**
 * Every address in, Vietnamese on the left, its English file on the right, grouped by audience.
 * Addresses out: app/paths.ts. What each visitor gets at each address: tests/routes/access.test.ts.
 */
export default [
  // everyone
  index('routes/site/home.tsx'),
  route('gioi-thieu', 'routes/site/about.tsx'),
  route('quyen-rieng-tu', 'routes/site/privacy.tsx'),
  route('dieu-khoan', 'routes/site/terms.tsx'),
  route('ngon-ngu', 'routes/site/language.tsx'),
  route('robots.txt', 'routes/site/robots.ts'),
  route('sitemap.xml', 'routes/site/sitemap.ts'),
  route('suc-khoe', 'routes/site/health.ts'),
  route('thu-demo', 'routes/site/demo-outbox.tsx'),
  route('*', 'routes/site/not-found.tsx'),

  // people

  // notifications
  route('thong-bao', 'routes/notifications/notices.tsx'),
  route('thong-bao/da-doc', 'routes/notifications/reading.tsx'),

  // units

  // ideas
  route('y-tuong', 'routes/ideas/list.tsx'),

  // moderation

  // contests

  // judging

  // administration
] satisfies RouteConfig;
