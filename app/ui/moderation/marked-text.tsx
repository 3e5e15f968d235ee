import type { Section } from '#app/domain/ideas/idea-text.ts';

type Found = { section: Section; start: number; end: number };

/** Text as it was typed, with what was found in it marked. */
export function MarkedText({ section, text, found }: { section: Section; text: string; found: readonly Found[] }) {
  const here = found.filter((one) => one.section === section).sort((one, other) => one.start - other.start);
  const pieces: { text: string; marked: boolean; at: number }[] = [];
  let at = 0;
  for (const { start, end } of here) {
    pieces.push({ text: text.slice(at, start), marked: false, at });
    pieces.push({ text: text.slice(start, end), marked: true, at: start });
    at = end;
  }
  pieces.push({ text: text.slice(at), marked: false, at });
  return (
    <p className="as-typed wrap-anywhere">
      {pieces.map((piece) =>
        piece.marked ? (
          <mark key={piece.at} className="rounded bg-danger-soft px-0.5 font-semibold text-danger-ink">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}
