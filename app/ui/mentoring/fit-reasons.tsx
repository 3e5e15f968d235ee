import { useTranslation } from 'react-i18next';
import type { FitReason } from '#app/domain/mentoring/fit.ts';

/** Why a mentor and a team fit, one line each. */
export function FitReasons({ reasons }: { reasons: readonly FitReason[] }) {
  const { t } = useTranslation();
  return (
    <ul className="list-disc space-y-0.5 pl-5">
      {reasons.map((reason) => (
        <li key={reason.kind}>
          {t(`mentoring:proposal.reasons.${reason.kind}`, {
            aspects:
              reason.kind === 'aspects'
                ? reason.aspects.map((aspect) => t(`mentoring:aspects.${aspect}`)).join('; ')
                : '',
          })}
        </li>
      ))}
    </ul>
  );
}
