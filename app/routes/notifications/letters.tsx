import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { chooseLetters, findLetterChoice } from '#app/domain/notifications/choose-letters.server.ts';
import { chosenLetters, letterChoiceForm, letterTopics, topicOf } from '#app/domain/notifications/letter-choice.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Checkboxes } from '#app/ui/controls/checkboxes.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { letterName } from './letter-names.server.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('notifications:letters.title'), noindex: true };

export const loader = forMembers(async ({ person, url, locale }) => ({
  ...(await findLetterChoice({ by: person })),
  letters: chosenLetters.map((kind) => ({ kind, topic: topicOf(kind), name: letterName(kind, locale) })),
  saved: url.searchParams.has('da-luu'),
}));

export const action = forMembers(async ({ person, form }) => {
  const { wanted } = await form(letterChoiceForm);
  await chooseLetters({ by: person, wanted });
  return redirect(`${paths.letters()}?da-luu=1`);
});

export default function Letters() {
  const { t } = useTranslation();
  const { wanted, letters, mail, saved } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('notifications:letters.title')}
      lead={mail === null ? t('notifications:letters.noMail') : t('notifications:letters.lead', { mail })}
      width="form"
      trail={[{ to: paths.account(), label: t('people:account.title') }]}
    >
      {saved && <Notice tone="success">{t('notifications:letters.saved')}</Notice>}
      <Form>
        {letterTopics.map((topic) => {
          const options = letters
            .filter((letter) => letter.topic === topic)
            .map(({ kind, name }) => ({ value: kind, label: name }));
          return (
            <Checkboxes
              key={topic}
              name="wanted"
              label={t(`notifications:letters.topics.${topic}`)}
              options={options}
              defaultValue={wanted}
            />
          );
        })}
        <p className="text-muted">{t('notifications:letters.always')}</p>
        <FormActions sticky>
          <Button>{t('notifications:letters.save')}</Button>
        </FormActions>
      </Form>
      <p>
        <Link to={paths.notices()} className="link">
          {t('notifications:letters.inSite')}
        </Link>
      </p>
    </Page>
  );
}
