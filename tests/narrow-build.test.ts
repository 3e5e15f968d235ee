import { matchRoutes } from '@remix-run/react';
import { expect, test } from 'vitest';
import { narrowBuilds } from '#app/narrow-build.ts';
import routes from '#app/routes.ts';

type Entry = { file: string; path?: string; index?: boolean };
const flat = (routes as Entry[]).map(({ file, path, index }) => ({
  id: file,
  parentId: 'root',
  path,
  index,
  module: {},
}));
const build = {
  routes: Object.fromEntries([{ id: 'root', path: '', module: {} }, ...flat].map((route) => [route.id, route])),
  assets: { routes: {} },
};
const find = narrowBuilds(build as never);
const tree = [{ id: 'root', path: '', children: flat.map(({ id, path, index }) => ({ id, path, index })) }];
const theirs = (path: string) => matchRoutes(tree as Parameters<typeof matchRoutes>[0], path)?.at(-1)?.route.id;

const addresses = flat.map(({ path }) => `/${path ?? ''}`);
const tried = [
  ...addresses.map((address) => address.replaceAll(/:\w+/g, 'mot-phan').replace('*', 'gi/do')),
  ...addresses.map((address) => `${address.replaceAll(/:\w+/g, 'moi').replace('*', 'x')}/`),
  ...addresses.map((address) => `${address.replaceAll(/:\w+/g, '%C3%BD')}/them`),
  ...addresses.map((address) => address.split('/').slice(0, -1).join('/') || '/'),
  '/khong/co/trang/nay',
  '//y-tuong',
  '/y-tuong//a',
  '/%E0%A4%A',
  '/y-tuong/%2e%2e',
];

test('each address finds the very route that the framework would find', () => {
  expect(tried.length).toBeGreaterThan(600);
  const wrong = tried
    .filter((path) => find(path)?.id !== theirs(path))
    .map((path) => [path, find(path)?.id, theirs(path)]);
  expect(wrong).toEqual([]);
});

test('the data of a page belongs to the page, and what is the framework’s own is left to it', () => {
  expect(find('/_root.data')?.id).toBe('routes/site/home.tsx');
  expect(find('/y-tuong.data')?.id).toBe('routes/ideas/list.tsx');
  expect(find('/y-tuong/a.data')?.id).toBe('routes/ideas/idea.tsx');
  expect(find('/cuoc-thi/a/ket-qua/cong-khai.json')?.id).toBe('routes/judging/public-bundle.ts');
  expect(find('/__manifest')).toBeNull();
});

test('a narrow build holds the root, the first page, the fallback and the page itself', () => {
  expect(Object.keys(find('/y-tuong/a')!.narrow.build.routes).sort()).toEqual(
    ['root', 'routes/ideas/idea.tsx', 'routes/site/home.tsx', 'routes/site/not-found.tsx'].sort(),
  );
});
