package org.jejak.web.ledger;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as a path for an inline SVG, one unit a module, with the quiet zone that readers need.
 *
 * @param side of the view box
 * @param path what is dark
 */
public record QrPicture(int side, String path) {
  private static final int QUIET = 4;

  /** The code of this text; correction level M, so that a fold or a stain does not spoil it. */
  public static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (x < code.size && code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
          path.append('h').append(x - from).append("v1h-").append(x - from).append('z');
        }
      }
    }
    return new QrPicture(code.size + 2 * QUIET, path.toString());
  }
}
