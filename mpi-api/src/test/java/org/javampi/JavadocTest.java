package org.javampi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every form of every function says what it does, its parameters, its result, its errors and its
 * section; its PMPI twin refers to it.
 */
class JavadocTest {
    private static final Pattern FORM = Pattern.compile("public static (\\S+) (MPI_\\w+)\\(([^)]*)\\) *\\{");
    private static final Pattern TWIN = Pattern.compile("public static \\S+ P(MPI_\\w+)\\(");
    private static final Path GENERATED = Path.of("target/generated-sources/annotations/org/javampi");
    private static final List<String> CHAPTERS = List.of(
            "PointToPoint",
            "MatchedMessages",
            "Datatypes",
            "DatatypeConstructors",
            "DatatypeInquiries",
            "Collectives",
            "NonBlockingCollectives",
            "Communicators",
            "Infos",
            "NeighborhoodCollectives",
            "Topologies",
            "Environment",
            "Statuses",
            "Profiling");

    /** Functions that return neither an error code nor throw. */
    private static final Set<String> NUMBERS = Set.of("MPI_Wtime", "MPI_Wtick", "MPI_Aint_add", "MPI_Aint_diff");

    /** Functions without errors of their own. */
    private static final Set<String> FAULTLESS =
            Set.of("MPI_Wtime", "MPI_Wtick", "MPI_Aint_add", "MPI_Aint_diff", "MPI_Finalized", "MPI_Pcontrol");

    @Test
    void shouldDescribeEachFormWhole() throws IOException {
        List<String> lacking = new ArrayList<>();
        int forms = 0;
        List<Path> sources = new ArrayList<>(List.of(GENERATED.resolve("ValueForms.java")));
        CHAPTERS.forEach(chapter -> sources.add(Path.of("src/main/java/org/javampi", chapter + ".java")));
        for (Path file : sources) {
            String source = Files.readString(file);
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

    @Test
    void shouldReferFromEachTwinToItsFunction() throws IOException {
        List<String> astray = new ArrayList<>();
        String source = Files.readString(GENERATED.resolve("ProfiledFunctions.java"));
        Matcher twin = TWIN.matcher(source);
        int twins = 0;
        while (twin.find()) {
            twins++;
            String text = source.substring(source.lastIndexOf("/**", twin.start()), twin.end());
            if (!text.startsWith("/** As {@link MPI#" + twin.group(1) + "}, below all tools.")) {
                astray.add("P" + twin.group(1));
            }
        }
        assertTrue(twins >= 200, "found only " + twins);
        assertEquals(List.of(), astray);
    }

    private static String lacking(String text, Matcher form) {
        for (String parameter : form.group(3).split(",")) {
            String name = parameter.strip().replaceFirst(".*\\s", "");
            if (!name.isEmpty() && !text.contains("@param " + name + " ")) {
                return "@param " + name;
            }
        }
        boolean throwing = text.contains("@throws MPIException ");
        boolean coded = text.contains("@return MPI_SUCCESS, or an error code ");
        if (!text.contains("@return ") || coded && !form.group(1).equals("int")) {
            return "@return with what this form returns";
        }
        if (coded == throwing && !NUMBERS.contains(form.group(2))) {
            return "either a returned error code or @throws MPIException";
        }
        if (!text.contains("<p>Errors: MPI_ERR_") && !FAULTLESS.contains(form.group(2))) {
            return "the classes of its errors";
        }
        return text.contains("§") ? "" : "the section of the standard";
    }
}
