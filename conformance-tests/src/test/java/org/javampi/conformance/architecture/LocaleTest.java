package org.javampi.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The user's default locale decides about no file name, protocol or output: it may have digits of its own, a
 * decimal comma, or letters whose lower case is another letter.
 */
class LocaleTest {
    private static JavaClasses mainClasses() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of(".."), 4)) {
            List<Path> classes = folders.filter(folder -> folder.endsWith(Path.of("target", "classes")))
                    .toList();
            assertTrue(classes.size() > 8, "the scan has found too little: " + classes);
            return new ClassFileImporter().importPaths(classes);
        }
    }

    @Test
    void shouldNeverFormatByTheDefaultLocale() throws IOException {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(PrintStream.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(PrintWriter.class, "format", String.class, Object[].class)
                .orShould()
                .callConstructor(Formatter.class)
                .orShould()
                .callConstructor(Formatter.class, Appendable.class)
                .because("the default locale may have other digits and letters: pass Locale.ROOT")
                .check(mainClasses());
    }
}
