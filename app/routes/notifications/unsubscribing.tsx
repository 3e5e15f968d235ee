import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findUnsubscribing, unsubscribe } from '#app/domain/notifications/choose-letters.server.ts';
import type { LetterKind } from '#app/domain/notifications/notice.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { ClosedLink } from '#app/ui/people/closed-link.tsx';
import { letterName } from './letter-names.server.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('notifications:stop.title'), noindex: true };

/** Looking changes nothing: mail programs open every link in a letter. */
export const loader = forAnyone(async ({ url, locale }) => {
  const found = await findUnsubscribing({ token: url.searchParams.get('ma') ?? '' });
  return found === null ? null : { name: letterName(found.kind, locale), muted: found.muted };
});

/** One press, by the person or by their mail program (RFC 8058): no cookie, no redirect, the signature is enough. */
export const action = forAnyone(
  async ({ url }) => data(await unsubscribe({ token: url.searchParams.get('ma') ?? '' })),
  { fromAnywhere: true },
);

export default function Unsubscribing() {
  const { t } = useTranslation();
  const found = useLoaderData<typeof loader>();
  const done = useActionData<unknown>() as { kind?: LetterKind } | undefined;
  if (found === null) {
    return (
      <ClosedLink title={t('notifications:stop.title')} because={{ key: 'notifications:refusals.linkUnknown' }}>
        <ButtonLink to={paths.letters()}>{t('notifications:letters.title')}</ButtonLink>
      </ClosedLink>
    );
  }
  const stopped = found.muted || done?.kind !== undefined;
  return (
    <Page title={t('notifications:stop.title')} width="form">
      {stopped ? (
        <>
          <Notice tone="success">{t('notifications:stop.done', { kind: found.name })}</Notice>
          <p>{t('notifications:stop.stillInSite')}</p>
          <ButtonLink to={paths.letters()} tone="secondary">
            {t('notifications:stop.choose')}
          </ButtonLink>
        </>
      ) : (
        <>
          <p className="text-lg">{t('notifications:stop.ask', { kind: found.name })}</p>
          <Form>
            <FormActions>
              <Button>{t('notifications:stop.send')}</Button>
              <ButtonLink to={paths.letters()} tone="quiet">
                {t('notifications:stop.choose')}
              </ButtonLink>
            </FormActions>
          </Form>
        </>
      )}
    </Page>
  );
}
