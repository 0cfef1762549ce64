package org.javampi.mpirun.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.javampi.mpirun.failure.WrongUsage;

/**
 * Files of arguments as the {@code java} command takes them: {@code @FILE} before the program stands for the words of the
 * file, {@code @@word} for a word that begins with {@code @} (manual of java, "java Command-Line Argument Files").
 */
final class ArgumentFile {
    /** Behind this option {@code @} means nothing. */
    static final String DISABLE = "--disable-@files";

    private ArgumentFile() {}

    /** Whether a word stands for others. */
    static boolean isNamedBy(String word) {
        return word.length() > 1 && word.charAt(0) == '@';
    }

    /**
     * What a word with {@code @} stands for. Names of files inside a file are not looked for, as java does it.
     *
     * @throws WrongUsage when there is no such file
     */
    static List<String> expand(String word) {
        if (word.startsWith("@@")) {
            return List.of(word.substring(1));
        }
        try {
            return words(Files.readString(Path.of(word.substring(1)), Charset.defaultCharset()));
        } catch (IOException | InvalidPathException e) {
            throw new WrongUsage(
                    word + ": there is no such file of arguments that can be read; write @" + word
                            + " for a word that begins with @",
                    e);
        }
    }

    /** The words of a text: blanks between, # begins a comment, quotes keep blanks, and \ escapes inside quotes. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean endsLine = c == '\n' || c == '\r';
            if (quote != 0 && !endsLine) {
                if (c == quote) {
                    quote = 0;
                } else if (c == '\\' && i + 1 < text.length()) {
                    i = escaped(text, i + 1, word);
                } else {
                    word.append(c);
                }
            } else if (endsLine || Character.isWhitespace(c)) {
                // A quotation ends with its line, too.
                quote = 0;
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else if (c == '#' && !inWord) {
                while (i + 1 < text.length() && text.charAt(i + 1) != '\n' && text.charAt(i + 1) != '\r') {
                    i++;
                }
            } else {
                inWord = true;
                if (c == '"' || c == '\'') {
                    quote = c;
                } else {
                    word.append(c);
                }
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** Adds what follows a backslash at {@code at}; answers where it ends. A line goes on behind one at its end. */
    private static int escaped(String text, int at, StringBuilder word) {
        char c = text.charAt(at);
        switch (c) {
            case 'n' -> word.append('\n');
            case 'r' -> word.append('\r');
            case 't' -> word.append('\t');
            case 'f' -> word.append('\f');
            case '\n', '\r' -> {
                int next = at;
                while (next + 1 < text.length() && Character.isWhitespace(text.charAt(next + 1))) {
                    next++;
                }
                return next;
            }
            default -> word.append(c);
        }
        return at;
    }
}
