package org.jejak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that tells who may do what says what the code does. */
class AccessTest {
  private static final Path PAGE = Path.of("src/site/markdown/access.md");

  @Test
  void thePageHasTheTableOfPermissions() throws IOException {
    assertThat(Files.readString(PAGE)).contains(permissions());
  }

  @Test
  void thePageHasTheTableOfSeats() throws IOException {
    assertThat(Files.readString(PAGE)).contains(seats());
  }

  private static String permissions() {
    return Arrays.stream(Permission.values())
        .map(
            permission ->
                "| `%s` | %s |\n"
                    .formatted(
                        permission,
                        permission.roles().isEmpty()
                            ? "everybody, also without an account"
                            : permission.roles().stream()
                                .sorted()
                                .map(Role::name)
                                .collect(Collectors.joining(", "))))
        .collect(Collectors.joining("", "| permission | roles |\n| --- | --- |\n", ""));
  }

  private static String seats() {
    return Arrays.stream(Seat.values())
        .map(seat -> "| `%s` | %s |\n".formatted(seat, seat.role().map(Role::name).orElse("none")))
        .collect(Collectors.joining("", "| seat | role it needs |\n| --- | --- |\n", ""));
  }
}
