package org.javampi.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;

/**
 * Lines that are edited on a terminal: arrows, Home, End, Backspace, Delete, Ctrl-A E K U W, history with the vertical
 * arrows, completion with Tab. The terminal gives each key at once, Ctrl-C too, which then is no signal that would end
 * the ranks. (The JDK's own line editor is not exported to programs.)
 */
final class TerminalLines implements LineSource {
    private static final int CTRL_A = 1;
    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int CTRL_E = 5;
    private static final int CTRL_H = 8;
    private static final int CTRL_K = 11;
    private static final int CTRL_U = 21;
    private static final int CTRL_W = 23;
    private static final int ESCAPE = 27;
    private static final int DELETE = 127;
    private static final int END = -1;

    private final PrintStream out;
    private final BiFunction<String, Integer, List<String>> completions;
    private final LinkedBlockingQueue<Integer> keys = new LinkedBlockingQueue<>();
    private final List<String> history = new ArrayList<>();
    private final String before;
    private final Thread restoration = new Thread(this::restore, "console-terminal");
    private volatile Runnable interrupt = () -> {};
    private volatile boolean reading;

    private StringBuilder line = new StringBuilder();
    private int cursor;
    private String prompt = "";

    private TerminalLines(
            InputStream in, PrintStream out, String before, BiFunction<String, Integer, List<String>> completions) {
        this.out = out;
        this.before = before;
        this.completions = completions;
        Runtime.getRuntime().addShutdownHook(restoration);
        Thread reader = new Thread(() -> pump(in), "console-keys");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Takes the terminal of this process.
     *
     * @param completions whole lines that text up to a place can become
     * @return null when its keys cannot be had one by one
     */
    static TerminalLines open(InputStream in, PrintStream out, BiFunction<String, Integer, List<String>> completions) {
        String before = stty("-g");
        if (before == null || stty("-icanon", "-echo", "-isig", "min", "1") == null) {
            return null;
        }
        return new TerminalLines(in, out, before.strip(), completions);
    }

    private static String stty(String... words) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void restore() {
        stty(before);
    }

    private void pump(InputStream in) {
        try {
            for (int key = in.read(); key >= 0; key = in.read()) {
                if (key == CTRL_C && !reading) {
                    interrupt.run();
                } else {
                    keys.add(key);
                }
            }
        } catch (IOException e) {
            out.println("console: the terminal cannot be read: " + e.getMessage());
        } finally {
            keys.add(END);
        }
    }

    @Override
    public void onInterrupt(Runnable action) {
        interrupt = action;
    }

    @Override
    public boolean isTerminal() {
        return true;
    }

    @Override
    public String read(String newPrompt) throws LineCancelled {
        prompt = newPrompt;
        line = new StringBuilder();
        cursor = 0;
        out.print(prompt);
        out.flush();
        int past = history.size();
        reading = true;
        try {
            while (true) {
                int key = keys.take();
                switch (key) {
                    case END -> {
                        return null;
                    }
                    case CTRL_C -> {
                        out.println("^C");
                        throw new LineCancelled();
                    }
                    case CTRL_D -> {
                        if (line.isEmpty()) {
                            out.println();
                            return null;
                        }
                        deleteAt(cursor);
                    }
                    case '\r', '\n' -> {
                        // From here on Ctrl-C is for what the line begins.
                        reading = false;
                        out.println();
                        if (!line.toString().isBlank()) {
                            history.add(line.toString());
                        }
                        return line.toString();
                    }
                    case CTRL_A -> moveTo(0);
                    case CTRL_E -> moveTo(line.length());
                    case CTRL_K -> replace(line.substring(0, cursor), cursor);
                    case CTRL_U -> replace(line.substring(cursor), 0);
                    case CTRL_W -> {
                        int from = line.substring(0, cursor).stripTrailing().lastIndexOf(' ') + 1;
                        replace(line.substring(0, from) + line.substring(cursor), from);
                    }
                    case CTRL_H, DELETE -> {
                        if (cursor > 0) {
                            cursor--;
                            deleteAt(cursor);
                        }
                    }
                    case '\t' -> complete();
                    case ESCAPE -> past = escape(past);
                    default -> insert(key);
                }
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            reading = false;
            out.flush();
        }
    }

    private int escape(int past) throws InterruptedException {
        int kind = keys.take();
        if (kind != '[' && kind != 'O') {
            return past;
        }
        int key = keys.take();
        switch (key) {
            case 'A' -> {
                return recall(Math.max(0, past - 1));
            }
            case 'B' -> {
                return recall(Math.min(history.size(), past + 1));
            }
            case 'C' -> moveTo(Math.min(line.length(), cursor + 1));
            case 'D' -> moveTo(Math.max(0, cursor - 1));
            case 'H' -> moveTo(0);
            case 'F' -> moveTo(line.length());
            default -> {
                if (key >= '1' && key <= '8' && keys.take() == '~') {
                    switch (key) {
                        case '3' -> deleteAt(cursor);
                        case '1', '7' -> moveTo(0);
                        default -> moveTo(line.length());
                    }
                }
            }
        }
        return past;
    }

    private int recall(int past) {
        String text = past < history.size() ? history.get(past) : "";
        replace(text, text.length());
        return past;
    }

    private void insert(int first) throws InterruptedException {
        if (first < ' ') {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first);
        // UTF-8 says in its first byte how many follow.
        int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
        for (int i = 0; i < more; i++) {
            bytes.write(keys.take());
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        line.insert(cursor, text);
        cursor += text.length();
        if (cursor == line.length()) {
            out.print(text);
        } else {
            draw();
        }
    }

    private void deleteAt(int place) {
        if (place < line.length()) {
            line.deleteCharAt(place);
        }
        draw();
    }

    private void replace(String text, int place) {
        line = new StringBuilder(text);
        cursor = place;
        draw();
    }

    private void moveTo(int place) {
        cursor = place;
        draw();
    }

    private void draw() {
        out.print("\r" + prompt + line + "\033[K");
        if (cursor < line.length()) {
            out.print("\033[" + (line.length() - cursor) + "D");
        }
    }

    private void complete() {
        List<String> found = completions.apply(line.toString(), cursor);
        if (found.isEmpty()) {
            return;
        }
        String common = found.get(0);
        for (String one : found) {
            int same = 0;
            while (same < Math.min(common.length(), one.length()) && common.charAt(same) == one.charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        String rest = line.substring(cursor);
        if (common.length() > cursor) {
            replace(common + rest, common.length());
        } else if (found.size() > 1) {
            out.println();
            out.println(String.join(
                    "  ",
                    found.stream()
                            .map(one -> one.substring(one.substring(0, Math.min(cursor, one.length()))
                                            .lastIndexOf(' ')
                                    + 1))
                            .limit(100)
                            .toList()));
            draw();
        }
    }

    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(restoration);
        } catch (IllegalStateException e) {
            // The process ends, and the hook does the same.
            return;
        }
    }
}
