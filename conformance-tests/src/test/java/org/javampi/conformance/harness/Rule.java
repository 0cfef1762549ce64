package org.javampi.conformance.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rules of the catalogue that a test shows, by their ids: {@code @Rule({"P2P-019"})}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Rule {
    /** Ids as in {@code catalogue/semantics.tsv}. */
    String[] value();
}
