package org.javampi.console;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import jdk.jshell.SourceCodeAnalysis;
import org.javampi.console.LineSource.LineCancelled;
import org.javampi.console.rank.EmptyProgram;
import org.javampi.river.parallel.AsyncResult;
import org.javampi.river.parallel.CompositeException;
import org.javampi.river.parallel.EngineException;
import org.javampi.river.parallel.EngineFunction;
import org.javampi.river.parallel.Engines;
import org.javampi.river.parallel.SnippetException;
import org.javampi.river.parallel.SnippetSession;
import org.javampi.river.parallel.SnippetSession.Done;
import org.javampi.river.parallel.SourceException;
import org.javampi.river.parallel.View;

/** A prompt for the ranks of a job: what is typed is compiled here, once, and runs there. */
public final class Console implements AutoCloseable {
    private static final int SHOWN_FRAMES = 3;
    private static final long END_S = 10;
    private static final String HELP = """
            Java that is typed runs on the targets. Also:
              %px CODE          run it on the targets, also after %autopx off
              %pn 0,2 CODE      run it on some ranks
              %targets 0,2      aim at some ranks; alone: at all
              %autopx on|off    whether lines run on the ranks, or here
              %block on|off     whether the prompt waits for results; %result shows the last ones
              %push x  %pull x  copy a variable of this console to the ranks; theirs to here
              %scatter a  %gather a   the same in parts
              %where  %stacks   what the programs do: their main threads; all threads
              %queues           receives that wait for a message, messages that wait for a receive
              %quit             end the job; Ctrl-D leaves it alone
            """;

    private final Engines engines;
    private final boolean ownRanks;
    private final PrintStream out;
    private final LineSource lines;
    private final SnippetSession session;
    private final Map<Integer, StringBuilder> unfinished = new TreeMap<>();
    private LocalShell local;
    private int[] targets;
    private boolean onRanks = true;
    private boolean blocks = true;
    private CompletableFuture<String> last = CompletableFuture.completedFuture("");

    /**
     * A prompt.
     *
     * @param ownRanks whether the ranks have no program but this console
     * @param in standard input
     */
    public Console(Engines engines, boolean ownRanks, InputStream in, PrintStream out) {
        this.engines = engines;
        this.ownRanks = ownRanks;
        this.out = out;
        targets = all();
        session = engines.session();
        LineSource terminal = System.console() == null ? null : TerminalLines.open(in, out, this::completions);
        lines = terminal == null ? new PlainLines(in) : terminal;
        lines.onInterrupt(engines::interrupt);
        session.printTo(this::print);
    }

    private int[] all() {
        return IntStream.range(0, engines.size()).toArray();
    }

    private List<String> completions(String text, int cursor) {
        int code = text.startsWith("%px ") ? "%px ".length() : 0;
        int[] anchor = new int[1];
        String source = text.substring(code, cursor);
        return session.analysis().completionSuggestions(source, source.length(), anchor).stream()
                .filter(SourceCodeAnalysis.Suggestion::matchesType)
                .map(one -> text.substring(0, code) + source.substring(0, anchor[0]) + one.continuation())
                .distinct()
                .toList();
    }

    /** Reads and runs until the end; answers whether the job is to end. */
    public boolean run() throws IOException {
        prepare();
        StringBuilder input = new StringBuilder();
        while (true) {
            String line;
            try {
                line = lines.read(input.isEmpty() ? Ranges.text(boxed(targets)) + "> " : "  ...> ");
            } catch (LineCancelled e) {
                input.setLength(0);
                continue;
            }
            if (line == null) {
                if (!input.isEmpty()) {
                    perform(input.toString());
                }
                return ownRanks && !lines.isTerminal() && quit();
            }
            input.append(input.isEmpty() ? "" : "\n").append(line);
            String text = input.toString();
            if (text.strip().equals("%quit")) {
                return quit();
            }
            if (!isComplete(text)) {
                continue;
            }
            input.setLength(0);
            if (!text.isBlank()) {
                perform(text);
            }
        }
    }

    private boolean isComplete(String text) {
        return text.isBlank()
                || text.startsWith("%")
                || session.analysis().analyzeCompletion(text).completeness()
                        != SourceCodeAnalysis.Completeness.DEFINITELY_INCOMPLETE;
    }

    private void prepare() throws IOException {
        // Source may speak of whatever the ranks' programs have.
        String path = engines.targets(0)
                .apply(ns -> System.getProperty("java.class.path"))
                .get(0);
        for (String entry : path.split(File.pathSeparator)) {
            session.addToClassPath(entry);
        }
        session.run("import org.javampi.*;", all());
        session.run("import static org.javampi.MPI.*;", all());
        if (ownRanks) {
            show(evaluate("MPI_Init(new String[0]);", all(), false));
        }
        if (lines.isTerminal()) {
            out.println(engines.size() + " ranks; %help lists what there is beside Java");
        }
    }

    private boolean quit() {
        if (ownRanks) {
            show(evaluate("MPI_Finalize();", all(), false));
            AsyncResult<List<Object>> ends = engines.all().applyAsync(ns -> {
                EmptyProgram.end();
                return null;
            });
            try {
                // Not to leave before the ranks have heard it.
                ends.get(Duration.ofSeconds(END_S));
            } catch (Exception e) {
                // A rank may be gone before its answer is here: the job's own end tells what went wrong.
                return true;
            }
        } else {
            show(evaluate("MPI_Abort(MPI_COMM_WORLD, 1);", new int[] {0}, false));
        }
        return true;
    }

    private void perform(String text) {
        try {
            if (text.startsWith("%")) {
                magic(text.strip());
            } else if (onRanks) {
                onEngines(text, targets);
            } else {
                out.print(local().run(text));
            }
        } catch (EngineException | SourceException | IllegalArgumentException e) {
            out.println(e.getMessage());
        }
        out.flush();
    }

    private void magic(String text) {
        String[] words = text.split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "%px" -> onEngines(rest, targets);
            case "%pn" -> {
                String[] parts = rest.split("\\s+", 2);
                onEngines(parts.length > 1 ? parts[1] : "", Ranges.numbers(parts[0], engines.size()));
            }
            case "%targets" -> targets = rest.isEmpty() ? all() : Ranges.numbers(rest, engines.size());
            case "%autopx" -> onRanks = isOn(rest, onRanks);
            case "%block" -> blocks = isOn(rest, blocks);
            case "%result" -> out.print(result());
            case "%push" -> engines.targets(targets).push(rest, own(rest));
            case "%scatter" -> engines.targets(targets).scatter(rest, own(rest));
            case "%pull" -> {
                List<Object> values = engines.targets(targets).pull(rest);
                local().put(rest, values);
                Map<Integer, String> texts = new LinkedHashMap<>();
                for (int i = 0; i < targets.length; i++) {
                    texts.put(targets[i], shown(values.get(i)));
                }
                out.print(grouped(texts));
            }
            case "%gather" -> {
                Object whole = engines.targets(targets).gather(rest);
                local().put(rest, whole);
                out.println(shown(whole));
            }
            case "%where" -> out.print(report(RankReport::where));
            case "%queues" -> out.print(report(RankReport::queues));
            case "%stacks" -> out.print(report(RankReport::stacks));
            case "%help" -> out.print(HELP);
            default -> throw new IllegalArgumentException(words[0] + ": there is no such command; %help lists all");
        }
    }

    private static boolean isOn(String word, boolean now) {
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            case "" -> !now;
            default -> throw new IllegalArgumentException("'" + word + "': on or off");
        };
    }

    private LocalShell local() {
        if (local == null) {
            local = new LocalShell();
        }
        return local;
    }

    private Object own(String name) {
        return local().get(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "this console has no variable '" + name + "': declare it after %autopx off"));
    }

    private String report(EngineFunction<String> what) {
        View view = engines.targets(targets);
        List<String> texts = view.apply(what);
        Map<Integer, String> byRank = new LinkedHashMap<>();
        for (int i = 0; i < targets.length; i++) {
            byRank.put(targets[i], texts.get(i).stripTrailing());
        }
        return grouped(byRank);
    }

    private void onEngines(String source, int[] where) {
        if (blocks) {
            show(evaluate(source, where, true));
        } else {
            CompletableFuture<String> before = last;
            last = CompletableFuture.supplyAsync(() -> {
                String earlier = before.isDone() ? "" : before.join();
                return earlier.isEmpty() ? evaluate(source, where, true) : earlier + evaluate(source, where, true);
            });
            out.println("(runs; %result waits for it)");
        }
    }

    private String result() {
        try {
            return last.join();
        } catch (CompletionException e) {
            return e.getCause().getMessage() + "\n";
        }
    }

    private void show(String text) {
        finishLines();
        out.print(text);
        out.flush();
    }

    private String evaluate(String source, int[] where, boolean values) {
        StringBuilder text = new StringBuilder();
        try {
            for (Done done : session.run(source, where)) {
                if (values && done.isExpression()) {
                    Map<Integer, String> well = new TreeMap<>();
                    done.outcomes().forEach((engine, outcome) -> {
                        if (outcome.isWell()
                                && outcome.value() != null
                                && !outcome.value().isEmpty()) {
                            well.put(engine, outcome.value());
                        }
                    });
                    text.append(grouped(well));
                }
                if (done.failure() != null) {
                    text.append(failures(done.failure()));
                }
            }
        } catch (CompositeException e) {
            text.append(failures(e));
        } catch (SourceException | EngineException e) {
            text.append(e.getMessage()).append('\n');
        }
        return text.toString();
    }

    /** Values that are equal once for all. */
    private static String grouped(Map<Integer, String> values) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        values.forEach((engine, value) ->
                groups.computeIfAbsent(value, key -> new ArrayList<>()).add(engine));
        StringBuilder text = new StringBuilder();
        groups.forEach((value, engines) ->
                text.append(Ranges.text(engines)).append(' ').append(value).append('\n'));
        return text.toString();
    }

    private static String failures(CompositeException e) {
        Map<Integer, String> texts = new TreeMap<>();
        e.failures().forEach((engine, thrown) -> {
            StringBuilder text =
                    new StringBuilder(thrown instanceof EngineException ? thrown.getMessage() : thrown.toString());
            if (isOfSource(thrown)) {
                Arrays.stream(thrown.getStackTrace())
                        .takeWhile(frame -> !frame.getClassName().startsWith("jdk.internal."))
                        .limit(SHOWN_FRAMES)
                        .forEach(frame -> text.append("\n      at ").append(frame));
            }
            texts.put(engine, text.toString());
        });
        return grouped(texts);
    }

    private static boolean isOfSource(Throwable thrown) {
        return thrown instanceof SnippetException
                && thrown.getMessage() != null
                && !thrown.getMessage().equals("interrupted");
    }

    private static String shown(Object value) {
        if (value != null && value.getClass().isArray()) {
            String text = Arrays.deepToString(new Object[] {value});
            return text.substring(1, text.length() - 1);
        }
        return String.valueOf(value);
    }

    private static List<Integer> boxed(int[] numbers) {
        return IntStream.of(numbers).boxed().toList();
    }

    /** What a rank prints, line by line with its number. */
    private void print(int engine, String text) {
        synchronized (unfinished) {
            StringBuilder line = unfinished.computeIfAbsent(engine, key -> new StringBuilder());
            for (char c : text.toCharArray()) {
                if (c == '\n') {
                    out.println("[" + engine + "] " + line);
                    line.setLength(0);
                } else {
                    line.append(c);
                }
            }
            out.flush();
        }
    }

    private void finishLines() {
        synchronized (unfinished) {
            unfinished.forEach((engine, line) -> {
                if (!line.isEmpty()) {
                    out.println("[" + engine + "] " + line);
                    line.setLength(0);
                }
            });
        }
    }

    @Override
    public void close() {
        lines.close();
        if (local != null) {
            local.close();
        }
        engines.close();
    }
}
