package org.javampi.mpirun.launch;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * What a launcher has to do with the process that it is in.
 *
 * @param in standard input
 * @param clock what {@code --timeout} uses, in nanoseconds
 */
public record Console(InputStream in, PrintStream out, PrintStream err, LongSupplier clock, LauncherSignals signals) {}
