export type Piece = { text: string; hit: boolean };

const look = 'rounded-sm bg-joy-soft text-inherit underline decoration-joy-strong decoration-2 underline-offset-4';

/** A text with what was looked for marked in it. The pieces are plain text: whatever they hold is shown, never run. */
export function Highlighted({ pieces }: { pieces: readonly Piece[] }) {
  let end = 0;
  return (
    <>
      {pieces.map(({ text, hit }) => {
        const start = end;
        end += text.length;
        return hit ? (
          <mark key={start} className={look}>
            {text}
          </mark>
        ) : (
          <span key={start}>{text}</span>
        );
      })}
    </>
  );
}
