package org.jejak.web.ledger;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jejak.tlog.verify.ReceiptCheck;
import org.jejak.web.Addresses;
import org.jejak.web.Bodiless;

/**
 * Takes a receipt that was pasted or uploaded, and hands it to the page {@code /verify}, which
 * cannot take a file by itself: a page without a session has no Faces form.
 */
@WebServlet("/verify/check")
@MultipartConfig(
    fileSizeThreshold = VerifyServlet.MOST_REQUEST, // nothing of it touches the disk
    maxFileSize = VerifyServlet.MOST_REQUEST,
    maxRequestSize = VerifyServlet.MOST_REQUEST)
public class VerifyServlet extends HttpServlet {
  /** A receipt pasted and one uploaded, and what is around them. */
  static final int MOST_REQUEST = 3 * ReceiptCheck.MOST_BYTES;

  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Brought brought = brought(request);
    request.setAttribute(Brought.class.getName(), brought);
    HttpServletRequest readable = brought.tooLarge() > 0 ? new Bodiless(request) : request;
    request.getRequestDispatcher("/verify.xhtml").forward(readable, response);
  }

  /** The way back from here, and the links of the languages. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String language = request.getQueryString();
    boolean english = language != null && language.contains("lang=en");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        request.getContextPath()
            + Addresses.query(
                "/verify", english ? java.util.Map.of("lang", "en") : java.util.Map.of()));
  }

  private static Brought brought(HttpServletRequest request) throws IOException {
    long length = request.getContentLengthLong();
    if (length > MOST_REQUEST) {
      // Read away, so that its sender hears why; what is larger still was refused before.
      request.getInputStream().transferTo(OutputStream.nullOutputStream());
      return new Brought("", "", Optional.empty(), length);
    }
    try {
      return new Brought(
          text(request.getPart("form")),
          text(request.getPart("text")),
          read(request.getPart("file")),
          0);
    } catch (ServletException | IllegalStateException unreadable) {
      return new Brought("", "", Optional.empty(), 0); // no form of ours
    }
  }

  private static String text(Part part) throws IOException {
    return read(part).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
  }

  private static Optional<byte[]> read(Part part) throws IOException {
    if (part == null || part.getSize() == 0) {
      return Optional.empty();
    }
    try (InputStream in = part.getInputStream()) {
      return Optional.of(in.readAllBytes());
    }
  }
}
