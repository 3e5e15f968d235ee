/** What may be handed in with an idea. Each can be cleaned of what it says about its author; nothing else is taken. */
export const fileTypes = {
  'image/jpeg': { extension: 'jpg' },
  'image/png': { extension: 'png' },
  'image/webp': { extension: 'webp' },
  'application/pdf': { extension: 'pdf' },
} as const;
export type FileType = keyof typeof fileTypes;

/** For the picker of files: on an iPhone it also makes the photos arrive as JPEG. */
export const acceptedFiles = Object.keys(fileTypes).join(',');

/** Bytes of one file as it comes. */
export const largestFile = 10 * 1024 * 1024;

/** Files of one idea at one time. */
export const mostFiles = 5;

/** Files and bytes one person may keep here, over all ideas. */
export const mostOfPerson = { files: 60, bytes: 300 * 1024 * 1024 };

/** Sides of a picture after cleaning, in pixels. */
export const largestSide = 2400;

export function isImage(mediaType: string): boolean {
  return mediaType.startsWith('image/');
}

/** The name without a path, without control characters, at most 120 characters, its ending kept. */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim();
  if (clean === '') return 'tep';
  const letters = [...clean];
  if (letters.length <= 120) return clean;
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= 10 ? clean.slice(dot) : '';
  return `${letters.slice(0, 120 - ending.length).join('')}${ending}`;
}
