/** What ranks write, on its way to the launcher's own standard output and error. */
package org.javampi.mpirun.output;
