package org.javampi.river.resource;

import java.io.IOException;
import java.io.InputStream;

/**
 * The main class of a VM that waits for work as long as its standard input is open: the process that has
 * started it holds the other end, and it ends with that one, however that ends. What it is told by
 * the environment says {@link RiverOptions#fromEnvironment}.
 */
public final class ChildVmMain {
    /** Begins the line that says that the VM is there: the JVM itself may print other lines before. */
    public static final String READY = "river-vm ";

    private ChildVmMain() {}

    /** Takes no arguments; prints its name and endpoint when it can be found. */
    public static void main(String[] none) throws IOException {
        InputStream leash = System.in;
        try (River river = River.open(RiverOptions.fromEnvironment().takingWork())) {
            System.out.println(READY + river.id() + " " + river.self().peer().endpoint());
            while (leash.read() >= 0) {
                // What comes means nothing; that it ends, does.
                continue;
            }
        }
        System.exit(0);
    }
}
