/**
 * A rank's state as one graph of objects that can be written and revived: the program's objects,
 * MPI's own, and the arrays that both share.
 */
package org.javampi.core.image;
