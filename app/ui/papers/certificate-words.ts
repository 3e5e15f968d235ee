import type { TFunction } from 'i18next';
import type { CertificateFacts } from '#app/domain/awards/certificate.ts';
import { paths } from '#app/paths.ts';

/** What stands on one certificate, in words already. */
export type CertificateText = {
  number: string;
  /** Where the number is checked: what the QR code leads to. */
  address: string;
  host: string;
  title: string;
  certifies: string;
  name: string;
  award: string;
  idea: string;
  contest: string;
  division: string;
  dated: string;
  signer: string;
  numberLine: string;
  checkLine: string;
};

/** The day in Vietnam, as papers write it. */
export function dayInVietnam(at: Date): { day: string; month: string; year: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)!.value;
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** A certificate in words; certificates are written in Vietnamese, whoever prints them. */
export function certificateText(
  facts: CertificateFacts,
  { t, origin }: { t: TFunction; origin: string },
): CertificateText {
  const address = new URL(paths.paper(facts), origin).href;
  return {
    number: facts.number,
    address,
    host: `${t('awards:certificate.host')} – ${facts.host}`.toLocaleUpperCase('vi'),
    title: t('awards:certificate.title'),
    certifies: t('awards:certificate.certifies'),
    name: facts.name,
    award: t('awards:certificate.award', { award: facts.award }),
    idea: t('awards:certificate.idea', { title: facts.title }),
    contest: t('awards:certificate.contest', { contest: facts.contest }),
    division: facts.division ?? '',
    dated: t('awards:certificate.dated', { place: facts.place, ...dayInVietnam(facts.issuedAt) }).replace(/^, /, ''),
    signer: t('awards:certificate.signer'),
    numberLine: t('awards:certificate.number', { number: facts.number }),
    checkLine: t('awards:certificate.check', { address }),
  };
}
