package org.javampi.core.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks the build for the functions that one recording serves, in class {@code CollectiveForms}: those that do not block
 * and the persistent ones, each with {@code int} counts and, behind {@code _c}, with {@code long} ones.
 *
 * <p>The recording's first parameters are its communicator and its collectives; the function has the others, then
 * {@code comm}, {@code info} and {@code request}. A {@code long} is an {@code int} in the plain function; so are
 * {@code long[]} displacements in bytes. An {@code int[]} is a {@code long[]} in the large one.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
@interface Forms {
    /** The blocking function's name behind {@code MPI_}. */
    String value();

    /** Whether the blocking functions are wanted, too; others are written by hand. */
    boolean blocking() default false;

    /** Whether it is among neighbours: all pieces count, and displacements in bytes are long in the plain function, too. */
    boolean neighbors() default false;

    /** Marks counts and displacements that are significant at the root alone. */
    @Retention(RetentionPolicy.SOURCE)
    @Target(ElementType.PARAMETER)
    @interface AtRoot {}

    /** Marks counts and displacements that are not significant where {@code sendbuf} is MPI_IN_PLACE. */
    @Retention(RetentionPolicy.SOURCE)
    @Target(ElementType.PARAMETER)
    @interface UnlessInPlace {}
}
