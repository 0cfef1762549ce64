package org.javampi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks the build for the large-count function of a C form: the same with {@code _c} behind its name and {@code long} where
 * the named parameters have {@code int}. It has the value form that the C form has. Where only scalars become longer, the
 * plain name gets overloads with {@code long}, too.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
@interface LargeCounts {
    /** The parameters that become longer; none where the function has {@code long} already. */
    String[] value();
}
