/**
 * Checkpoints as people want to see them: what each rank holds, without the classes of the program
 * that has written it. Nothing here loads a class that a file names.
 */
package org.javampi.checkpoint.viewer;
