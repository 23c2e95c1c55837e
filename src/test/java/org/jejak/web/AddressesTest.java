package org.jejak.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  private final Addresses addresses =
      new Addresses(
          Set.of(
              "/index.xhtml",
              "/home.xhtml",
              "/cases/index.xhtml",
              "/cases/open.xhtml",
              "/cases/triage.xhtml",
              "/cases/file.xhtml",
              "/cases/decide.xhtml",
              "/declarations/new.xhtml",
              "/declarations/declaration.xhtml",
              "/errors/error.xhtml"));

  @ParameterizedTest
  @CsvSource({
    "/, /index.xhtml",
    "/home, /home.xhtml",
    "/cases, /cases/index.xhtml",
    "/cases/open, /cases/open.xhtml",
    "/cases/triage, /cases/triage.xhtml",
    "/cases/2026-7K3QXM, /cases/file.xhtml?number=2026-7K3QXM",
    "/cases/2026-7K3QXM/decide, /cases/decide.xhtml?number=2026-7K3QXM",
    "/declarations/new, /declarations/new.xhtml",
    "/cases/a b&c=d, /cases/file.xhtml?number=a%20b%26c%3Dd",
  })
  void aPathLeadsToItsPageAndBack(String path, String forward) {
    assertThat(addresses.target(path).orElseThrow().forward()).isEqualTo(forward);
    assertThat(addresses.pretty(forward))
        .isEqualTo(path.replace(" ", "%20").replace("&", "%26").replace("=", "%3D"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cases/",
        "/cases/index",
        "/cases/open.xhtml",
        "/cases/x/y/z",
        "/errors/error",
        "/nowhere",
        "/declarations/a/review",
        "/WEB-INF/layout",
      })
  void whatHasNoAddressIsNoPage(String path) {
    assertThat(addresses.target(path)).isEmpty();
  }

  @Test
  void otherParametersStayInTheQuery() {
    assertThat(addresses.pretty("/cases/file.xhtml?tab=notes&number=2026-7K3QXM"))
        .isEqualTo("/cases/2026-7K3QXM?tab=notes");
    assertThat(addresses.pretty("/cases/file.xhtml")).isEqualTo("/cases/file");
    assertThat(addresses.pretty("/api/v1/cases?x=1")).isEqualTo("/api/v1/cases?x=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/report", "/inbox/x", "/sign-in", "/log/records/checkpoint"})
  void whatReportersAndTheWorldNeedIsOpen(String path) {
    assertThat(Addresses.isOpen(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home", "/cases", "/reports", "/report-x", "/ledger", "/admin/people"})
  void everythingElseIsNot(String path) {
    assertThat(Addresses.isOpen(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "/%5Cevil.example",
        "/%2Fevil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/a%0d%0aLocation: x",
        "/%zz",
        "",
      })
  void nobodyIsSentOnToAnotherSite(String next) {
    assertThat(Addresses.isLocal(next)).isFalse();
  }

  @Test
  void oneIsSentOnWithinTheApplication() {
    assertThat(Addresses.isLocal("/cases/2026-7K3QXM?tab=notes")).isTrue();
    assertThat(Addresses.isLocal(null)).isFalse();
  }

  @Test
  void aQueryIsEncoded() {
    assertThat(Addresses.query("/sign-in", Map.of("next", "/cases?x=1&y=ä")))
        .isEqualTo("/sign-in?next=%2Fcases%3Fx%3D1%26y%3D%C3%A4");
  }
}
