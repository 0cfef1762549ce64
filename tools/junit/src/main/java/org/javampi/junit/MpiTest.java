package org.javampi.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method that runs on several ranks at once, as a program under {@code javampirun} does.
 *
 * <pre>{@code
 * @MpiTest(np = {1, 2, 4})
 * void shouldAddUpAllRanks() {
 *     int[] sum = new int[1];
 *     MPI_Allreduce(new int[] {1}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
 *     assertEquals(MPI_Comm_size(MPI_COMM_WORLD), sum[0]);
 * }
 * }</pre>
 *
 * <p>Each number of ranks is a test of its own. Each rank has an object of the test class, and statics of its own: classes
 * that lie in folders of the class path, such as {@code target/test-classes}, are loaded once for each rank. Classes of
 * jars are shared. {@code @BeforeEach} and {@code @AfterEach} methods without parameters run on each rank, the latter only if
 * the method has not failed; {@code @BeforeAll} runs once, and ranks do not see statics that it sets. A parameter of type {@link ThisRank} is the
 * rank's own output and messages.
 *
 * <p>The test fails if any rank throws, calls MPI_Abort, or leaves without MPI_Finalize after MPI_Init. A deadlock fails it
 * within a few seconds, with the lines at which ranks wait for each other.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(RankTests.class)
public @interface MpiTest {
    /** Numbers of ranks, a test each. */
    int[] np() default 2;

    /**
     * Whether MPI has begun when the method is called. If true, MPI_Init and MPI_Finalize are called around the method; one
     * that calls them itself, such as a program's main, may do so. If false, the method begins MPI, or does not.
     */
    boolean init() default true;

    /** Whether each rank is a process. If false, ranks are threads of this JVM. Processes need {@code javampirun}. */
    boolean processes() default false;

    /** Transports: {@code shm}, {@code tcp}, or {@code shm,tcp}; the default is the best that reaches each peer. */
    String transport() default "";

    /** Settings of the runtime, {@code key=value}: {@code eager.bytes=0} makes every send wait for its receiver. */
    String[] settings() default {};

    /** Longest duration, in seconds. */
    int timeoutSeconds() default 60;
}
