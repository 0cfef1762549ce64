package org.javampi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every form of every function says what it does, its parameters, its result and its section. */
class JavadocTest {
    private static final Pattern FORM =
            Pattern.compile("public static (\\S+) (MPI_\\w+)\\(([^)]*)\\) *\\{");
    private static final List<String> CHAPTERS =
            List.of(
                    "Environment",
                    "Topologies",
                    "Communicators",
                    "Collectives",
                    "Datatypes",
                    "PointToPoint",
                    "Profiling");

    @Test
    void shouldDescribeEachFormWhole() throws IOException {
        List<String> lacking = new ArrayList<>();
        int forms = 0;
        for (String chapter : CHAPTERS) {
            String source =
                    Files.readString(Path.of("src/main/java/org/javampi", chapter + ".java"));
            Matcher form = FORM.matcher(source);
            while (form.find()) {
                forms++;
                int start = source.lastIndexOf("/**", form.start());
                String text = source.substring(start, form.start());
                String why = lacking(text, form);
                if (!why.isEmpty()) {
                    lacking.add(form.group(2) + ": " + why);
                }
            }
        }
        assertTrue(forms >= 200, "found only " + forms);
        assertEquals(List.of(), lacking);
    }

    private static String lacking(String text, Matcher form) {
        for (String parameter : form.group(3).split(",")) {
            String name = parameter.strip().replaceFirst(".*\\s", "");
            if (!name.isEmpty() && !text.contains("@param " + name + " ")) {
                return "@param " + name;
            }
        }
        if (!form.group(1).equals("void") && !text.contains("@return ")) {
            return "@return";
        }
        return text.contains("§") ? "" : "the section of the standard";
    }
}
