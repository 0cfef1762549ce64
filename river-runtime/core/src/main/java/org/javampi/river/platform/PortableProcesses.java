package org.javampi.river.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * By {@link ProcessHandle}. There are no sessions and no environments of others: what a process has started is found as
 * long as each parent on the way lives.
 */
final class PortableProcesses implements Processes {
    /** Windows takes 32,767 characters; quotes and blanks need some more than they count. */
    private static final int LONGEST_LINE = 24_000;

    private static final List<String> SIGNALS = List.of("INT", "TERM", "KILL");

    /** The java command reads argument files in it, whatever the default of Java is. */
    private final Charset letters;

    PortableProcesses() {
        this(Encodings.ofSystem());
    }

    PortableProcesses(Charset letters) {
        this.letters = letters;
    }

    @Override
    public boolean hasSessions() {
        return false;
    }

    @Override
    public List<String> leading(List<String> command) {
        return command;
    }

    @Override
    public List<String> fitting(List<String> command, Path argumentFile) throws IOException {
        int length = 0;
        boolean survives = true;
        for (String word : command) {
            length += word.length() + 3;
            // The JDK does not escape quotes for Windows; an empty word, and a backslash at an end, get lost.
            survives &= word.indexOf('"') < 0 && !word.isEmpty() && !(word.endsWith("\\") && word.indexOf(' ') >= 0);
        }
        if (survives && length <= LONGEST_LINE) {
            return command;
        }
        StringBuilder text = new StringBuilder();
        for (String word : command.subList(1, command.size())) {
            text.append(quoted(word)).append(System.lineSeparator());
        }
        Files.write(argumentFile, encoded(text));
        return List.of(command.get(0), "@" + argumentFile);
    }

    private byte[] encoded(CharSequence text) throws IOException {
        try {
            ByteBuffer bytes = letters.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            int at = 0;
            while (letters.newEncoder().canEncode(text.charAt(at))) {
                at++;
            }
            throw new IOException(
                    "an option, a path or an argument has the letter '" + text.charAt(at) + "', which " + letters
                            + ", the encoding of this system, does not have: rename the folder, or leave the letter out",
                    e);
        }
    }

    /** A word as an argument file of the java command has it. */
    static String quoted(String word) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\f' -> text.append("\\f");
                case '"', '\\' -> text.append('\\').append(c);
                default -> text.append(c);
            }
        }
        return text.append('"').toString();
    }

    @Override
    public List<ProcessHandle> family(long leader) {
        List<ProcessHandle> found = new ArrayList<>();
        ProcessHandle.of(leader).ifPresent(process -> process.descendants().forEach(found::add));
        return found;
    }

    @Override
    public List<ProcessHandle> marked(String word) {
        return List.of();
    }

    @Override
    public boolean hasSignal(String name) {
        return SIGNALS.contains(name);
    }

    @Override
    public void signal(String name, List<Long> pids) throws IOException {
        if (!hasSignal(name)) {
            throw new IOException("this platform (" + PortablePlatform.NAME + ") has no signal " + name);
        }
        for (long pid : pids) {
            ProcessHandle process = ProcessHandle.of(Math.abs(pid)).orElse(null);
            if (process != null && name.equals("KILL")) {
                process.destroyForcibly();
            } else if (process != null) {
                process.destroy();
            }
        }
    }
}
