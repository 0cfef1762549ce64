package org.javampi.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that may take longer than others: so many seconds, multiplied by {@link Patience}, which JUnit's own
 * {@code @Timeout} is not. A test that takes longer fails with what its thread does; it runs in a thread of its own,
 * so that this holds for one that cannot be interrupted, too. On a class it is each test's.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DeadlineExtension.class)
@Timeout(value = Deadline.FAR_DAYS, unit = TimeUnit.DAYS)
public @interface Deadline {
    /** Beyond every deadline: the default of all tests does not end this one. */
    int FAR_DAYS = 365;

    /** Seconds. */
    long value();
}
