/**
 * The objects of a program that does not help, as they lie in memory: written into a stream, and made again from it, in
 * another JVM.
 */
package org.javampi.continuations.objects;
