package org.jejak.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jejak.ApiUser;
import org.jejak.TheServer;
import org.jejak.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a form answers that was filled wrongly, or was open for too long. */
class FormsIT {
  private final TheServer server = TheServer.demo();

  @Test
  void whatIsWrongIsSaidOnThePageAndInTheStatus() throws Exception {
    Visitor investigator = desk(Map.of("desk:allegation", "", "desk:place", "Loket <3>"));
    assertThat(investigator.status()).isEqualTo(422);
    assertThat(investigator.body()).contains("Ceritakan apa yang terjadi", "Loket &lt;3&gt;");
  }

  @Test
  void aFormThatWasOpenForTooLongKeepsItsWordsAndDoesNothing() throws Exception {
    Visitor investigator =
        desk(Map.of("desk:allegation", "Jangan hilang", "jakarta.faces.ViewState", "4711:0815"));
    assertThat(investigator.status()).isEqualTo(409);
    assertThat(investigator.body()).contains("terlalu lama terbuka", "Jangan hilang");
  }

  @ParameterizedTest
  @CsvSource({
    "assign, assign, assign:submit, assign:investigator",
    "notes, note, note:save, note:text"
  })
  void aFormAboutACaseIsShownAgainAndNotLost(String page, String form, String button, String field)
      throws Exception {
    String opening =
        """
        {"title":"Judul","allegation":"Uraian","happenedFrom":"2026-06-01",
         "subjects":[{"name":"Rudi Hartono","norms":["KE-06"]}]}""";
    String number =
        ApiUser.json(ApiUser.of(server, "investigator").post("cases", opening)).getString("number");
    Visitor investigator =
        investigator().fill("/cases/" + number + "/" + page, form, Map.of(button, "x", field, ""));
    assertThat(investigator.status()).isEqualTo(422);
    assertThat(investigator.body()).contains(number, "class=\"box\"");
  }

  @Test
  void aPersonWhoWasChosenStaysChosenHoweverOftenTheFormIsWrong() throws Exception {
    Map<String, String> fields =
        Map.of(
            "open:submit",
            "x",
            "open:each:0:person_hinput",
            server.nip("asn"),
            "open:each:0:person_input",
            "Andi Pratama, S.E.");
    Visitor investigator = investigator().fill("/cases/open", "open", fields);
    for (int wrong = 0; wrong < 3; wrong++) {
      assertThat(investigator.status()).as("the page after %d more", wrong).isEqualTo(422);
      assertThat(investigator.body()).contains("value=\"Andi Pratama, S.E.\"");
      investigator.fillAgain("open", Map.of("open:submit", "x"));
    }
  }

  private Visitor desk(Map<String, String> typed) throws Exception {
    Map<String, String> fields = new HashMap<>(typed);
    fields.putAll(Map.of("desk:channel", "LETTER", "desk:save", "x"));
    return investigator().fill("/cases/triage/new", "desk", fields);
  }

  private Visitor investigator() throws Exception {
    return new Visitor(server).signIn("investigator", "jejak-demo");
  }
}
