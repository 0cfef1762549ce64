package org.javampi.console.rank;

import java.util.concurrent.CountDownLatch;

/** The main class of ranks without a program: it does nothing until a console lets it go. */
public final class EmptyProgram {
    private static final CountDownLatch END = new CountDownLatch(1);

    private EmptyProgram() {}

    /** Returns when a console has called {@link #end} here. */
    public static void main(String[] none) throws InterruptedException {
        END.await();
    }

    /** Lets the program return. */
    public static void end() {
        END.countDown();
    }
}
