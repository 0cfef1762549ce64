/**
 * {@link org.javampi.core.buffer.Block}: so many items of a datatype in a program's buffer, checked
 * as a whole once, and then packed and unpacked piece by piece.
 */
package org.javampi.core.buffer;
