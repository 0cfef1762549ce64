package org.javampi.compat.programs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A small program: how many ranks run it at once. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnRanks {
    /** Number of ranks. */
    int value();

    /** Whether MPI.Init and MPI.Finalize are called around it, so that it need not. */
    boolean begun() default true;
}
