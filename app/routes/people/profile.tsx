import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { profileForm } from '#app/domain/people/account-form.ts';
import { changeProfile } from '#app/domain/people/change-profile.server.ts';
import { findProfile } from '#app/domain/people/find-profile.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { DateField } from '#app/ui/controls/date-field.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { OwnTabs } from '#app/ui/people/own-tabs.tsx';
import { formatDay } from '#app/words/format.ts';
import { languageCookie } from '#app/words/i18n.server.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:profile.title') };

export const loader = forMembers(async ({ person, url }) => ({
  profile: await findProfile({ by: person }),
  saved: url.searchParams.has('da-luu'),
}));

export const action = forMembers(async ({ person, form }) => {
  const profile = await form(profileForm);
  await changeProfile({ by: person, form: profile });
  return redirect(`${paths.profile()}?da-luu=1`, { headers: { 'set-cookie': languageCookie(profile.language) } });
});

export default function Profile() {
  const { t } = useTranslation();
  const { profile, saved } = useLoaderData<typeof loader>();
  return (
    <Page title={t('people:mine.title')} width="form">
      <OwnTabs />
      <h2 className="text-2xl">{t('people:profile.title')}</h2>
      {saved && <Notice tone="success">{t('people:profile.saved')}</Notice>}
      <DefinitionList
        items={[
          { label: t('people:fields.email'), value: profile.email },
          { label: t('people:classCode.userName'), value: profile.userName },
          {
            label: t('people:fields.birthDate'),
            value: profile.birthDateFixed && (
              <>
                {formatDay(profile.birthDate)}
                <span className="block text-sm text-muted">{t('people:profile.birthDateFixed')}</span>
                {profile.birthDateCorrected && (
                  <span className="block text-sm text-muted">
                    {t('people:profile.birthDateCorrected', {
                      day: formatDay(String(profile.birthDateCorrected.on).slice(0, 10)),
                      from: formatDay(profile.birthDateCorrected.from),
                      reason: profile.birthDateCorrected.reason,
                    })}
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
      <Form>
        <TextField
          name="fullName"
          label={t('people:fields.fullName')}
          defaultValue={profile.fullName}
          autoComplete="name"
          max={100}
          required
        />
        {!profile.birthDateFixed && (
          <DateField
            name="birthDate"
            label={t('people:fields.birthDate')}
            defaultValue={profile.birthDate}
            autoComplete="bday"
            required
          />
        )}
        <TextField
          name="phone"
          type="tel"
          label={t('people:fields.phone')}
          hint={t('people:fields.phoneHint')}
          defaultValue={profile.phone}
          autoComplete="tel"
          inputMode="tel"
          optional
        />
        {profile.minor && (
          <TextField
            name="guardianPhone"
            type="tel"
            label={t('people:fields.guardianPhone')}
            hint={t('people:fields.guardianPhoneHint')}
            defaultValue={profile.guardianPhone}
            autoComplete="off"
            inputMode="tel"
            optional
          />
        )}
        <Choice
          name="language"
          label={t('people:fields.language')}
          defaultValue={profile.language}
          columns={2}
          options={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
        <FormActions>
          <Button>{t('people:profile.save')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
