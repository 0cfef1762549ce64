/**
 * Tests on several ranks. {@link org.javampi.junit.MpiTest} runs a method of a test class on each rank; {@link
 * org.javampi.junit.MpiProgram} runs a program's {@code main} and shows what each rank has printed and sent.
 */
package org.javampi.junit;
