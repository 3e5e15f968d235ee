import { Link } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { Section } from '#app/ui/layout/page.tsx';

/** Units by name under a heading, as many to a row as there is room for. */
export function UnitLinks({
  title,
  units,
}: {
  title: string;
  units: readonly { id: number; slug: string; name: string }[];
}) {
  return (
    <Section title={title}>
      <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {units.map((unit) => (
          <li key={unit.id}>
            <Link to={paths.unit(unit)} className="inline-flex min-h-9 items-center hover:underline">
              {unit.name}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
