/** {@link org.javampi.core.group.Group}: an ordered set of processes (MPI-1.1 §5.3), immutable. */
package org.javampi.core.group;
