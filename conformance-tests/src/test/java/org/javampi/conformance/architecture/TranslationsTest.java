package org.javampi.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The tables of docs/from-c.md: each Java line compiles, and those of programs stand in them. */
class TranslationsTest {
    private static final Path PAGE = Path.of("..", "docs", "from-c.md");
    private static final String PROGRAMS = "## Programs of books and tutorials";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern PROGRAM = Pattern.compile("\\]\\(\\.\\./(examples/books/\\w+\\.java)\\)");

    /** What lines of the tables use without declaring it. */
    private static final String NAMES = """
            static final int ROWS = 2, COLS = 3;
            int n = 1, i, j, rank, parts = 1;
            int[] buf, in, out, count, len, dims;
            long[] disp;
            double[] a, m;
            boolean[] flag, periods;
            String text;
            String[] args;
            ByteBuffer p;
            MPI_Comm comm;
            MPI_Comm[] comms, dups;
            MPI_Datatype s, column;
            MPI_Datatype[] types;
            MPI_Message[] msgs;
            MPI_Request req;
            MPI_Request[] reqs;
            MPI_Status status;
            MPI_User_function f;
            """;

    /** The cells with Java, C's column left out. */
    private static List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (line.startsWith("| ") && !line.startsWith("| C |")) {
                // Where code has a bar, the table would have, too.
                String[] all = line.split("\\|");
                for (int i = 2; i < all.length; i++) {
                    cells.add(all[i].strip());
                }
            }
        }
        return cells;
    }

    private static List<String> codes(String cell) {
        List<String> codes = new ArrayList<>();
        Matcher matcher = CODE.matcher(cell);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }

    /** The body of a method that compiles if the code does. */
    private static String body(String code) {
        String whole = code.replace("-> ...", "-> {}").replace("...", "");
        if (whole.startsWith("(")) {
            return "MPI_User_function function = " + whole + ";";
        }
        return whole.endsWith(";") ? whole : "Object value = " + whole + ";";
    }

    @Test
    void shouldCompileEachLine() throws IOException {
        String page = Files.readString(PAGE);
        List<String> lines = new ArrayList<>();
        for (String cell : cells(page.substring(0, page.indexOf(PROGRAMS)))) {
            for (String code : codes(cell)) {
                boolean isDeclaration = code.startsWith("import ") || code.startsWith("public static void main");
                boolean isPart = code.contains("(...)") || code.matches("\\w+\\[[0i]]|[a-z]+\\[\\] flag|long");
                if (!isDeclaration && !isPart) {
                    lines.add(code);
                }
            }
        }
        assertTrue(lines.size() > 50, lines.size() + " lines");
        assertEquals("", errors(lines));
    }

    private static String errors(List<String> lines) {
        StringBuilder source = new StringBuilder("""
                import static java.nio.charset.StandardCharsets.UTF_8;
                import static org.javampi.MPI.*;
                import java.nio.ByteBuffer;
                import java.nio.ByteOrder;
                import java.util.*;
                import org.javampi.*;
                class Lines {
                """);
        source.append(NAMES);
        for (int i = 0; i < lines.size(); i++) {
            source.append("void line").append(i).append("() { ").append(body(lines.get(i)));
            source.append(" }\n");
        }
        source.append("}\n");
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Lines.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-implicit:none", "-d", "target", "-cp", System.getProperty("java.class.path"));
        boolean compiles = ToolProvider.getSystemJavaCompiler()
                .getTask(said, null, null, options, null, List.of(file))
                .call();
        return compiles ? "" : said.toString();
    }

    @Test
    void shouldShowLinesOfThePrograms() throws IOException {
        String page = Files.readString(PAGE);
        String file = "";
        String program = "";
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (String line : page.substring(page.indexOf(PROGRAMS)).split("\n")) {
            Matcher name = PROGRAM.matcher(line);
            if (name.find()) {
                file = name.group(1);
                program = plain(Files.readString(Path.of("..", file)));
            }
            for (String cell : cells(line)) {
                for (String code : codes(cell)) {
                    String wanted = plain(code.replace("...;", ""));
                    found++;
                    if (!program.contains(wanted)) {
                        missing.add(file + ": " + code);
                    }
                }
            }
        }
        assertTrue(found > 15, found + " lines");
        assertEquals(List.of(), missing);
    }

    /** Without what the formatter decides. */
    private static String plain(String code) {
        return code.replaceAll("\\s+", "");
    }
}
