package org.javampi.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A rank's state that a version with other fields has saved is refused, not restored with fields left empty. */
class OtherVersionTest {
    /** As it is today. */
    private static final class State implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int contexts;

        State(int contexts) {
            this.contexts = contexts;
        }
    }

    private static byte[] saved() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new State(8));
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        ClassLoader loader = OtherVersionTest.class.getClassLoader();
        RestorableClasses all = RestorableClasses.of(loader, "", "");
        try (ImageInput in = new ImageInput(new ByteArrayInputStream(bytes), null, loader, all)) {
            return in.readObject();
        }
    }

    @Test
    void shouldRestoreTheSameFields() throws IOException, ClassNotFoundException {
        assertEquals(8, ((State) read(saved())).contexts);
    }

    @Test
    void shouldRefuseOtherFields() throws IOException {
        // A name of the same length, as another version might have it.
        String text = new String(saved(), StandardCharsets.ISO_8859_1).replace("contexts", "channels");
        InvalidClassException refusal =
                assertThrows(InvalidClassException.class, () -> read(text.getBytes(StandardCharsets.ISO_8859_1)));
        String said = refusal.getMessage();
        assertTrue(said.contains("with the fields [channels:I], here it has [contexts:I]"), said);
        assertTrue(said.contains("restart it with the version that has written it"), said);
    }
}
