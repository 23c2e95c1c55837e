package org.jejak.web.ledger;

import java.util.List;
import org.jejak.web.Step;

/**
 * A receipt as a slip of paper shows it.
 *
 * @param steps how far the entry has come: recorded, in the log, witnessed
 * @param path where anybody can check it
 * @param address the same, as it is printed and stands in the QR code
 * @param proof the receipt itself as an address that downloads it; {@code null} while it has none
 * @param file the name it is downloaded under
 */
public record Slip(
    List<Step> steps, String path, String address, QrPicture qr, String proof, String file) {}
