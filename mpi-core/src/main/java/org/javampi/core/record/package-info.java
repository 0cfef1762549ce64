/**
 * {@code --record} and {@code --replay}: a layer over the binding that writes down what MPI tells the program, and one
 * that tells it again, to a program whose rank runs alone. {@code docs/design/027} says why.
 */
package org.javampi.core.record;
