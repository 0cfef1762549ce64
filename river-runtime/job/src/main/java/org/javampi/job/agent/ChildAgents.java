package org.javampi.job.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Agents that an agent starts on further hosts, so that the launcher of a job on many hosts need not start all itself.
 * They report to the launcher as all others do. Each is a line behind the agent's own {@link AgentCall}:
 *
 * <pre>
 *  child=HOST COMMAND CALL          number; words with newlines between, and what to tell it, in base 64
 * </pre>
 */
public final class ChildAgents {
    private static final String CHILD = "child=";
    private static final int KEPT_LINES = 5;

    private final List<Child> children = new ArrayList<>();

    /**
     * One of them.
     *
     * @param host its number
     * @param command that starts it
     * @param call what to tell it by standard input, its own children included
     */
    public record Child(int host, List<String> command, String call) {
        String line() {
            return CHILD + host + " " + encoded(String.join("\n", command)) + " " + encoded(call);
        }

        static Child of(String line) {
            String[] parts = line.substring(CHILD.length()).split(" ");
            return new Child(
                    Integer.parseInt(parts[0]), List.of(decoded(parts[1]).split("\n")), decoded(parts[2]));
        }
    }

    private ChildAgents() {}

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /** An agent's call, and those of the agents that it is to start. */
    public static String text(String call, List<Child> children) {
        StringBuilder text = new StringBuilder(call);
        children.forEach(child -> text.append(child.line()).append('\n'));
        return text.append('\n').toString();
    }

    /** Reads what is behind an agent's own call, to an empty line or the end. */
    static ChildAgents read(BufferedReader in) throws IOException {
        ChildAgents all = new ChildAgents();
        for (String line = in.readLine(); line != null && line.startsWith(CHILD); line = in.readLine()) {
            all.children.add(Child.of(line));
        }
        return all;
    }

    /** None. */
    static ChildAgents none() {
        return new ChildAgents();
    }

    /** Starts all, each in a thread of its own. @param ended hears which command has ended, and how */
    void start(BiConsumer<Integer, String> ended) {
        children.forEach(child -> ControlServer.daemon("agent-" + child.host(), () -> run(child, ended)));
    }

    private static void run(Child child, BiConsumer<Integer, String> ended) {
        Deque<String> last = new ArrayDeque<>();
        String end;
        try {
            Process process = new ProcessBuilder(child.command())
                    .redirectErrorStream(true)
                    .start();
            tell(process, child.call());
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    System.err.println(line);
                    last.add(line);
                    if (last.size() > KEPT_LINES) {
                        last.remove();
                    }
                }
            }
            end = "has ended with status " + process.waitFor() + (last.isEmpty() ? "" : ": " + String.join("; ", last));
        } catch (IOException e) {
            end = "failed: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end = "was interrupted";
        }
        ended.accept(child.host(), "'" + child.command().get(0) + " ...' " + end);
    }

    private static void tell(Process process, String call) {
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write(call.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It has ended at once; its status and what it said tell why.
            return;
        }
    }
}
