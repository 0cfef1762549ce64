package org.javampi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose static {@code MPI_} methods are functions. Of each C form, the build makes the abstract method of
 * {@link Binding}, the forwarding method of {@link Tool} and the twin in {@link PMPI}; of each other form the twin.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@interface Chapter {}
