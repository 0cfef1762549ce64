package org.javampi.river.rai;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Stands in an answer for an object that stays with its exporter. */
record Reference(UUID resource, String name, List<String> interfaces) implements Serializable {
    private static final long serialVersionUID = 1L;
}
