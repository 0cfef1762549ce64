package org.javampi.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A test of what only Linux has. It is left out on other systems, and where {@code JAVAMPI_PLATFORM} plays one. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledOnOs(value = OS.LINUX, disabledReason = "about Linux itself")
@DisabledIfEnvironmentVariable(named = "JAVAMPI_PLATFORM", matches = "portable", disabledReason = "about Linux itself")
public @interface AboutLinux {
    /** What other systems do not have. */
    String value();
}
