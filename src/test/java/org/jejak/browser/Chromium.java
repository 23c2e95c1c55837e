package org.jejak.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips browser tests where there is no Chromium, and says how to get it. */
final class Chromium implements ExecutionCondition {
  static final String PROGRAM = "/usr/bin/chromium";
  static final String DRIVER = "/usr/bin/chromedriver";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Files.isExecutable(Path.of(PROGRAM)) && Files.isExecutable(Path.of(DRIVER))
        ? ConditionEvaluationResult.enabled("Chromium is there")
        : ConditionEvaluationResult.disabled(
            "no Chromium; to install it: sudo apt-get install -y chromium chromium-driver");
  }
}
