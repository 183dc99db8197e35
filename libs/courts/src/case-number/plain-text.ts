/**
 * One spelling for what prints differently: brackets of any shape and width as （）, digits and hyphens of one width,
 * no white space (inside a case number it never means anything).
 */
export const plainText = (text: string): string =>
  text
    .replace(/[(（[［〔【﹙﹝]/gu, '（')
    .replace(/[)）\]］〕】﹚﹞]/gu, '）')
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[-－﹣‐‑‒–—―−]/gu, '-')
    .replace(/[\s\u200b-\u200d\u2060]/gu, '');
