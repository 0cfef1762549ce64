/** Grids and graphs (MPI-1.1 chapter 6), balanced sizes, and which process gets which place. */
package org.javampi.core.topology;
