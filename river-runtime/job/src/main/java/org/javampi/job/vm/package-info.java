/**
 * A JVM that hosts ranks of a job: each runs the program's main with classes, output and end of its
 * own.
 */
package org.javampi.job.vm;
