package org.javampi.conformance.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is a program: the method runs once as each rank, between {@code MPI_Init} and {@code
 * MPI_Finalize}, in an instance of its own. It sees only the public API. Errors of {@code
 * MPI_COMM_WORLD} and what is made from it throw; a program that sets another handler restores it.
 *
 * <p>Each program runs with every number of ranks and every {@link Place} in one VM, and again in
 * the processes of a real job, with some of them (see {@link ProcessesTest}), where all programs of one number of
 * ranks share the job: so a program leaves nothing behind, neither messages nor a buffer nor
 * statics.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(OneMachine.class)
public @interface Spmd {
    /** Numbers of ranks. */
    int[] value() default {2};

    /** False for what cannot share a process with other programs, or takes too long there. */
    boolean processes() default true;

    /** False for what only repeats itself on further transports. */
    boolean everywhere() default true;
}
