package org.javampi;

/** PMPI. */
public final class PMPI extends ProfiledProfiling {
    private PMPI() {}
}
