package org.javampi.river.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A JVM does not start with two collectors: the one that a site or a user has chosen is taken. */
class SiteOptionsTest {
    private static final List<String> COMMAND = List.of("java", "-Xmx1g", SiteOptions.DEFAULT_COLLECTOR, "Prog");

    @ParameterizedTest
    @CsvSource({
        "JAVA_TOOL_OPTIONS, -XX:+UseG1GC",
        "JDK_JAVA_OPTIONS, -Xms64m -XX:+UseParallelGC",
        "_JAVA_OPTIONS, -XX:+UseZGC -ea",
        "JDK_JAVA_OPTIONS, @/etc/java.options",
        "JAVA_TOOL_OPTIONS, -XX:VMOptionsFile=/etc/java.options",
        "JAVA_TOOL_OPTIONS, -XX:Flags=/etc/hotspotrc"
    })
    void shouldLeaveTheCollectorToTheSite(String variable, String options) {
        assertEquals(List.of("java", "-Xmx1g", "Prog"), SiteOptions.respected(COMMAND, Map.of(variable, options)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseSerialGC", "@options"})
    void shouldLeaveTheCollectorToTheUser(String option) {
        List<String> command = List.of("java", SiteOptions.DEFAULT_COLLECTOR, option, "Prog");
        assertEquals(List.of("java", option, "Prog"), SiteOptions.respected(command, Map.of()));
    }

    @Test
    void shouldChooseItWhenNobodyElseDoes() {
        Map<String, String> others =
                Map.of("JAVA_TOOL_OPTIONS", "-Dfile.encoding=UTF-8 -XX:+UseNUMA", "GC", "-XX:+UseG1GC");
        assertEquals(COMMAND, SiteOptions.respected(COMMAND, others));
    }
}
