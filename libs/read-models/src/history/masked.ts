/** 遮挡: what of an event is kept from this reader, to be said where it is told; nothing if it is told whole. */
export const maskNote = (titles: readonly string[]): string =>
  titles.length === 0 ? '' : `【${titles.join('、')}因案件保护不予显示】`;
