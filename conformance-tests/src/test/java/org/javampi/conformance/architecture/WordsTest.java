package org.javampi.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read before they read code: short sentences, links that lead somewhere, processes that are things. */
class WordsTest {
    private static final Path ROOT = Path.of("..");
    private static final int MOST_LINES = 90;
    private static final int MOST_WORDS = 30;
    private static final Pattern PERSON = Pattern.compile("(?i)\\b(he|whoever|somebody)\\b");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String top : List.of(
                "README.md", "CONTRIBUTING.md", "SECURITY.md", "examples/README.md", "conformance-tests/README.md")) {
            pages.add(ROOT.resolve(top));
        }
        for (String folder : List.of("docs", "docs/lessons")) {
            try (Stream<Path> docs = Files.list(ROOT.resolve(folder))) {
                docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        assertTrue(pages.size() > 10, "the scan has found too little: " + pages);
        return pages;
    }

    @Test
    void shouldHaveAReadmeOfOnePage() throws IOException {
        int lines = Files.readAllLines(ROOT.resolve("README.md")).size();
        assertTrue(lines <= MOST_LINES, "README.md has " + lines + " lines; at most " + MOST_LINES);
    }

    @Test
    void shouldWriteShortSentences() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path page : pages()) {
            for (String sentence : sentences(Files.readString(page))) {
                int words = sentence.split("\\s+").length;
                if (words > MOST_WORDS) {
                    tooLong.add(ROOT.relativize(page) + ": " + words + " words: " + sentence);
                }
            }
        }
        assertEquals(List.of(), tooLong);
    }

    /** Code counts as one word, a cell of a table and an item of a list as a sentence. */
    private static List<String> sentences(String text) {
        String prose = FENCED.matcher(text)
                .replaceAll("\n\n")
                .replaceAll("`[^`]*`", "code")
                .replaceAll("\\]\\([^)]*\\)", "]")
                .replaceAll("(?m)^\\s*([*-]|\\d+\\.|#+|>)\\s+", "\n\n")
                .replaceAll("\\|", "\n\n");
        List<String> sentences = new ArrayList<>();
        for (String paragraph : prose.split("\\n\\s*\\n")) {
            for (String sentence : paragraph.strip().split("(?<=[.!?])[*)\"]*\\s+")) {
                if (!sentence.isBlank()) {
                    sentences.add(sentence.strip().replaceAll("\\s+", " "));
                }
            }
        }
        return sentences;
    }

    @Test
    void shouldCallNoProcessAPerson() throws IOException {
        List<String> persons = new ArrayList<>();
        List<Path> texts = new ArrayList<>(pages());
        texts.add(ROOT.resolve("ARCHITECTURE.md"));
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            file.toString().contains("src/main/java") || file.startsWith(ROOT.resolve("examples")))
                    .filter(file -> !file.toString().contains("/target/"))
                    .forEach(texts::add);
        }
        assertTrue(texts.size() > 300, "the scan has found too little: " + texts.size());
        for (Path file : texts) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (PERSON.matcher(lines.get(i)).find()) {
                    persons.add(ROOT.relativize(file) + ":" + (i + 1) + ": "
                            + lines.get(i).strip());
                }
            }
        }
        assertEquals(List.of(), persons);
    }

    @Test
    void shouldLinkToWhatExists() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> pages = new ArrayList<>(pages());
        try (Stream<Path> notes = Files.list(ROOT.resolve("docs/design"))) {
            notes.filter(note -> note.toString().endsWith(".md")).forEach(pages::add);
        }
        for (Path page : pages) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String target = link.group(1);
                if (!target.contains(":") && !Files.exists(page.getParent().resolve(target))) {
                    broken.add(ROOT.relativize(page) + " -> " + target);
                }
            }
        }
        assertEquals(List.of(), broken);
    }
}
