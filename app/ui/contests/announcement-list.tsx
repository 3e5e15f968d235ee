import { Time } from '#app/ui/controls/time.tsx';
import { Written } from '#app/ui/ideas/written.tsx';

type Announcement = { id: string; title: string; text: string; at: Date | string };

/** What the organiser told everybody, the newest first. */
export function AnnouncementList({
  announcements,
  level = 2,
}: {
  announcements: readonly Announcement[];
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul className="space-y-4">
      {announcements.map((one) => (
        <li key={one.id} className="rounded-card border border-line bg-surface p-5">
          <Heading className="text-lg wrap-anywhere">{one.title}</Heading>
          <p className="mb-3 text-sm text-muted">
            <Time at={one.at} />
          </p>
          <Written text={one.text} />
        </li>
      ))}
    </ul>
  );
}
