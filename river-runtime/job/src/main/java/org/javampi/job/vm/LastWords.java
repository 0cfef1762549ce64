package org.javampi.job.vm;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a JVM says that has no memory left to say anything else. Made while there is some. */
final class LastWords {
    private final byte[] begin;
    private final byte[] end;
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);

    /** Of the JVM of these ranks. */
    LastWords(int[] ranks) {
        StringBuilder who = new StringBuilder(ranks.length == 1 ? "rank " : "the JVM of ranks ");
        for (int i = 0; i < ranks.length; i++) {
            who.append(i == 0 ? "" : ", ").append(ranks[i]);
        }
        begin = ("javampi: " + who + ": thread ").getBytes(StandardCharsets.UTF_8);
        end = (" has ended, and no memory is left to say how (heap limit "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB, -Xmx allows more)\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Says it, past all streams of the program; allocates nothing. */
    void say(String threadName) {
        try {
            err.write(begin);
            for (int i = 0; i < threadName.length(); i++) {
                err.write(threadName.charAt(i));
            }
            err.write(end);
        } catch (IOException e) {
            // Nobody reads standard error; the exit status says it, too.
            return;
        }
    }
}
