import { useShell } from '#app/ui/layout/viewer.ts';

/** A mail's words with its links to this site made to work; other addresses stay text. */
export function MailText({ text }: { text: string }) {
  const origin = useShell()?.origin ?? '';
  return (
    <div className="space-y-2">
      {text.split(/\n{2,}/).map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a mail never move
        <p key={at} className="wrap-anywhere whitespace-pre-line">
          {paragraph.split(/(https?:\/\/\S+)/).map((part) =>
            origin !== '' && part.startsWith(`${origin}/`) ? (
              <a key={part} href={part} className="link">
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </p>
      ))}
    </div>
  );
}
