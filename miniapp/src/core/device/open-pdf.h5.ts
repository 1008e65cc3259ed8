/** A browser shows a PDF in a tab of its own; the page must not be told where it came from. */
export const openPdf = async (url: string) => void window.open(url, '_blank', 'noopener,noreferrer')
