package org.javampi.river.nws;

/** In which order a variable of a workspace hands out its values. */
public enum Mode {
    /** The oldest value first; what a variable is that nobody has declared. */
    FIFO,
    /** The newest value first. */
    LIFO,
    /** Any value. */
    MULTI,
    /** One value: a store replaces it. */
    SINGLE
}
