package org.javampi.generator;

/** A class of package {@code org.javampi} that is written at build time. */
interface GeneratedClass {
    /** Simple name. */
    String name();

    /** The whole compilation unit. */
    String source();
}
