package org.javampi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks the build for the value form of a C form or handle form. Its javadoc is that of the form it is made of: the
 * parameter's "out: ..., at element 0" becomes what is returned.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
@interface Returns {
    /** The output that is returned: an array, of which element 0 is, or a status. */
    String value();

    /** Further outputs that the value form does without. */
    String[] without() default {};
}
