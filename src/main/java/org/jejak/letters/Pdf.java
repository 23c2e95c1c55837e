package org.jejak.letters;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;

/** Makes PDF (tagged, PDF/UA) of HTML, with embedded fonts and without fetching anything. */
public final class Pdf {
  /** The name by which style sheets ask for the font. */
  public static final String FONT = "Liberation Sans";

  private static final String FONT_FILE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  static {
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
  }

  private Pdf() {}

  /**
   * The paper as PDF.
   *
   * @param html well-formed, with {@code lang}, {@code title} and a subject; its style sheet inside
   */
  public static byte[] of(String html) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfUaAccessibility(true);
    FSSupplier<InputStream> font = () -> Pdf.class.getResourceAsStream(FONT_FILE);
    builder.useFont(font, FONT, 400, FontStyle.NORMAL, true);
    builder.useFont(font, FONT, 700, FontStyle.NORMAL, true);
    builder.useExternalResourceAccessControl(
        (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.withHtmlContent(html, null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("the paper cannot be made", e);
    }
    return out.toByteArray();
  }
}
