package org.jejak.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jejak.signin.Door;

/** The button "Keluar": a plain form, because it must work where a page has failed. */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Door door;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    door.leave(request, response);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + "/sign-in?out=1");
  }
}
