/** Text as somebody typed it: paragraphs and lines kept, nothing of it taken for markup. */
export function Written({ text }: { text: string }) {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '');
  return (
    <div className="space-y-3 wrap-anywhere">
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
        <p key={index} className="as-typed">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
