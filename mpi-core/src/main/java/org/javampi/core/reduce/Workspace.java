package org.javampi.core.reduce;

import org.javampi.core.spi.transport.Region;

/**
 * Two pieces of memory in which operands are combined that are not arrays of the type's own kind.
 */
public final class Workspace {
    /** Bytes of each; a multiple of the size of every predefined datatype. */
    static final int BYTES = 12 * 1024;

    private Region left;
    private Region right;

    /** An empty workspace; memory comes when it is needed. */
    public Workspace() {}

    Region left() {
        return left != null ? left : (left = Region.allocate(BYTES));
    }

    Region right() {
        return right != null ? right : (right = Region.allocate(BYTES));
    }
}
