package org.javampi.console;

import java.util.Comparator;
import java.util.Map;
import org.javampi.console.rank.RankEngine;
import org.javampi.job.hang.Queues;
import org.javampi.job.hang.RankState;

/** What a rank's threads do, for people; runs inside the rank. */
final class RankReport {
    private static final int SHOWN_FRAMES = 4;

    private RankReport() {}

    /** Where the program's main thread is: the frames of the program, not those of MPI or the JDK below it. */
    static String where(Map<String, Object> none) {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (isMain(thread)) {
                int shown = 0;
                for (StackTraceElement frame : stack) {
                    boolean call = frame.getClassName().startsWith("org.javampi.MPI")
                            || frame.getClassName().matches("org\\.javampi\\.[A-Z]\\w*");
                    boolean own = !frame.getClassName()
                            .matches(
                                    "(java|jdk|sun|org\\.javampi\\.(core|job|river|console))\\..*|org\\.javampi\\.[A-Z].*");
                    if ((call || own) && shown < SHOWN_FRAMES) {
                        text.append(shown == 0 ? "" : "\n      at ").append(frame);
                        shown++;
                    }
                }
            }
        });
        return text.isEmpty() ? "no program runs" : text.toString();
    }

    /** Receives that wait for a message, and messages that wait for a receive. */
    static String queues(Map<String, Object> none) {
        RankState.Source source = RankEngine.here().looked();
        return source == null ? "not between MPI_Init and MPI_Finalize" : Queues.text(source.look());
    }

    private static boolean isMain(Thread thread) {
        return thread.getName().equals("main") || thread.getName().matches("rank-\\d+");
    }

    /** The stacks of all threads but those of the JVM. */
    static String stacks(Map<String, Object> none) {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().entrySet().stream()
                .filter(one -> one.getKey().getThreadGroup() != null
                        && !one.getKey().getThreadGroup().getName().equals("system")
                        && one.getKey() != Thread.currentThread())
                .sorted(Comparator.comparing(one -> one.getKey().getName()))
                .forEach(one -> {
                    text.append(text.isEmpty() ? "" : "\n");
                    text.append('"')
                            .append(one.getKey().getName())
                            .append("\" ")
                            .append(one.getKey().getState());
                    for (StackTraceElement frame : one.getValue()) {
                        text.append("\n      at ").append(frame);
                    }
                });
        return text.toString();
    }
}
