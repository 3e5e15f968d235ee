import { useTranslation } from 'react-i18next';
import type { Edition as Kept } from '#app/domain/judging/record/edition.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink, buttonLook } from '#app/ui/controls/button.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Section } from '#app/ui/layout/page.tsx';
import { EditionName } from './edition-name.tsx';

type Edition = Omit<Kept, 'record'>;

type Verification = {
  root: string;
  records: number;
  editions: Edition[];
  rejected: number;
  full: boolean;
  mine: { number: number; code: string }[];
};

/** How a reader can check the results without us: the root, the files, the command. */
export function VerificationBox({ contest, verification }: { contest: { slug: string }; verification: Verification }) {
  const { t } = useTranslation();
  const { root, records, editions, rejected, full, mine } = verification;
  const [newest, ...earlier] = editions;
  return (
    <Section title={t('results:verification.title')} lead={t('results:verification.lead')}>
      <div className="max-w-reading space-y-4">
        <div>
          <p className="text-sm text-muted">{t('results:verification.root', { count: records })}</p>
          <p className="figures rounded-field bg-sunken px-3 py-2 font-semibold break-all">{root}</p>
          {earlier.length > 0 && newest !== undefined && (
            <p className="mt-1 text-sm">
              <EditionName edition={newest} />
            </p>
          )}
          {rejected > 0 && <p className="mt-1 text-sm">{t('results:verification.rejected', { count: rejected })}</p>}
        </div>
        <p>{t('results:verification.rootWhy')}</p>
        <div className="not-on-paper flex flex-wrap gap-3">
          <a href={paths.publicBundle(contest)} download className={buttonLook('secondary')}>
            <Icon name="download" className="size-5" />
            {t('results:verification.public')}
          </a>
          {full && (
            <a href={paths.fullBundle(contest)} download className={buttonLook('secondary')}>
              <Icon name="download" className="size-5" />
              {t('results:verification.full')}
            </a>
          )}
        </div>
        {earlier.length > 0 && (
          <div className="space-y-3">
            <p className="font-semibold">{t('results:verification.earlier')}</p>
            <ul className="space-y-3">
              {earlier.map((edition) => (
                <li key={edition.number} className="space-y-1">
                  <EditionName edition={edition} />
                  <p className="figures text-sm break-all">{edition.root}</p>
                  <p className="not-on-paper flex flex-wrap gap-x-4">
                    <a href={paths.publicBundle(contest, { ban: String(edition.number) })} download className="link">
                      {t('results:verification.public')}
                    </a>
                    {full && (
                      <a href={paths.fullBundle(contest, { ban: String(edition.number) })} download className="link">
                        {t('results:verification.full')}
                      </a>
                    )}
                  </p>
                </li>
              ))}
            </ul>
          </div>
        )}
        {mine.length > 0 && (
          <ul className="space-y-1">
            {mine.map(({ number, code }) => (
              <li key={code}>{t('results:verification.mine', { number, code })}</li>
            ))}
          </ul>
        )}
        <p className="not-on-paper">
          <ButtonLink to={paths.verifying({ goc: root })} tone="secondary" icon="check">
            {t('awards:verifying.inBrowser')}
          </ButtonLink>
        </p>
        <p className="text-muted">{t('results:verification.how')}</p>
        <p className="figures rounded-field bg-sunken px-3 py-2 break-all">
          npm run -s judging -- verify {contest.slug}-cong-khai.json --root {root}
        </p>
      </div>
    </Section>
  );
}
