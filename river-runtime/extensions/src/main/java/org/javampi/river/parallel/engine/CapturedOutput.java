package org.javampi.river.parallel.engine;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Standard output of which one engine's threads' part goes to the engine's caller, and all else where it went before. */
final class CapturedOutput extends OutputStream {
    private final ThreadGroup threads;
    private final PrintStream others;
    private final Consumer<String> caller;

    private CapturedOutput(ThreadGroup threads, PrintStream others, Consumer<String> caller) {
        this.threads = threads;
        this.others = others;
        this.caller = caller;
    }

    /** From now on what these threads print goes to the caller. Answers what takes it back. */
    static Runnable install(ThreadGroup threads, Consumer<String> caller) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream newOut = stream(new CapturedOutput(threads, out, caller));
        PrintStream newErr = stream(new CapturedOutput(threads, err, caller));
        System.setOut(newOut);
        System.setErr(newErr);
        return () -> {
            // Unless another engine of this VM has come on top.
            if (System.out == newOut) {
                System.setOut(out);
            }
            if (System.err == newErr) {
                System.setErr(err);
            }
        };
    }

    private static PrintStream stream(CapturedOutput to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private boolean isOurs() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        return group != null && threads.parentOf(group);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        if (isOurs()) {
            caller.accept(new String(bytes, offset, count, StandardCharsets.UTF_8));
        } else {
            others.write(bytes, offset, count);
        }
    }

    @Override
    public void flush() {
        if (!isOurs()) {
            others.flush();
        }
    }
}
