/** Born-digital PDF pages: real text in the standard fonts, no images. Dates are fixed, so that bytes repeat. */
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import { defaultText, leftOf, type PrintFont, type Surface } from './surface.ts';

const standard: Readonly<Record<PrintFont, StandardFonts>> = {
  sans: StandardFonts.Helvetica,
  'sans-bold': StandardFonts.HelveticaBold,
  'sans-italic': StandardFonts.HelveticaOblique,
  serif: StandardFonts.TimesRoman,
  'serif-bold': StandardFonts.TimesRomanBold,
  'serif-italic': StandardFonts.TimesRomanItalic,
  mono: StandardFonts.Courier,
  'mono-bold': StandardFonts.CourierBold,
  comic: StandardFonts.Helvetica,
  'comic-bold': StandardFonts.HelveticaBold,
};

export interface TypedPdf {
  /** A new US letter page. */
  page(landscape?: boolean): Surface;
  save(): Promise<Uint8Array>;
}

export interface PdfFacts {
  readonly title: string;
  /** The program that wrote it, as the file says. */
  readonly producer: string;
  readonly created: string;
}

const ink = (hex: string) => {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return rgb(part(1), part(3), part(5));
};

function surfaceOf(page: PDFPage, fonts: ReadonlyMap<PrintFont, PDFFont>): Surface {
  const { width, height } = page.getSize();
  const fontOf = (name: PrintFont): PDFFont => fonts.get(name)!;
  const dashes = (dash: readonly [number, number] | undefined) => (dash ? { dashArray: [...dash] } : {});
  return {
    width,
    height,
    measure: (text, style) =>
      fontOf(style?.font ?? defaultText.font).widthOfTextAtSize(text, style?.size ?? defaultText.size),
    print: (text, x, y, style) => {
      const { font, size, color, align } = { ...defaultText, ...style };
      const face = fontOf(font);
      const left = leftOf(x, face.widthOfTextAtSize(text, size), align);
      page.drawText(text, { x: left, y: height - y, size, font: face, color: ink(color) });
    },
    line: (x0, y0, x1, y1, { color = '#1a1a1a', width: thickness = 0.6, dash } = {}) =>
      page.drawLine({
        start: { x: x0, y: height - y0 },
        end: { x: x1, y: height - y1 },
        thickness,
        color: ink(color),
        ...dashes(dash),
      }),
    box: (x, y, w, h, { color = '#1a1a1a', width: borderWidth = 0.6, fill, border = true } = {}) =>
      page.drawRectangle({
        x,
        y: height - y - h,
        width: w,
        height: h,
        ...(fill ? { color: ink(fill) } : {}),
        ...(border ? { borderColor: ink(color), borderWidth } : {}),
      }),
    shape: (path, x, y, { fill, stroke, width: borderWidth = 1 }) =>
      page.drawSvgPath(path, {
        x,
        y: height - y,
        ...(fill ? { color: ink(fill) } : {}),
        ...(stroke ? { borderColor: ink(stroke), borderWidth } : {}),
      }),
  };
}

/** An empty document. */
export async function createTypedPdf({ title, producer, created }: PdfFacts): Promise<TypedPdf> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const date = new Date(created);
  document.setTitle(title);
  document.setProducer(producer);
  document.setCreationDate(date);
  document.setModificationDate(date);
  const fonts = new Map<PrintFont, PDFFont>();
  for (const [name, font] of Object.entries(standard)) fonts.set(name as PrintFont, await document.embedFont(font));
  return {
    page: (landscape = false) => surfaceOf(document.addPage(landscape ? [792, 612] : [612, 792]), fonts),
    save: () => document.save(),
  };
}
