package org.javampi.junit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Stands for System.out or System.err: what a rank's thread writes is kept under its rank, all else goes where it went
 * before. It stays there when the test has ended, since another one may use it.
 */
final class RankOutputs extends OutputStream {
    private final PrintStream others;
    private final boolean isError;

    private RankOutputs(PrintStream others, boolean isError) {
        this.others = others;
        this.isError = isError;
    }

    /** A stream with a name, to be recognized. */
    private static final class Routed extends PrintStream {
        Routed(PrintStream others, boolean isError) {
            super(new RankOutputs(others, isError), true, Charset.defaultCharset());
        }
    }

    /** From now on what ranks of this JVM write is kept. */
    static synchronized void install() {
        if (!(System.out instanceof Routed)) {
            System.setOut(new Routed(System.out, false));
        }
        if (!(System.err instanceof Routed)) {
            System.setErr(new Routed(System.err, true));
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ThisRank rank = ThisRank.current();
        if (rank == null) {
            others.write(bytes, offset, length);
            return;
        }
        ByteArrayOutputStream kept = rank.stream(isError);
        synchronized (kept) {
            kept.write(bytes, offset, length);
        }
    }

    @Override
    public void flush() {
        if (ThisRank.current() == null) {
            others.flush();
        }
    }
}
