export type Piece = { text: string; hit: boolean };

const look = 'rounded-sm bg-joy-soft text-inherit underline decoration-joy-strong decoration-2 underline-offset-4';

/** A text with what was looked for marked in it. The pieces are plain text: whatever they hold is shown, never run. */
export function Highlighted({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => {
    if (!piece.hit) return piece.text;
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
    return (
      <mark key={index} className={look}>
        {piece.text}
      </mark>
    );
  });
}
