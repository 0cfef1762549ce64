package org.javampi.mpirun.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/**
 * A source file as people write it: in UTF-8, with or without a byte order mark, or in Latin-1; with any class in it, as
 * {@code java Prog.java} takes it (JEP 330).
 */
final class SourceText extends SimpleJavaFileObject {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Path file;
    private final Charset charset;
    private final String text;

    private SourceText(Path file, URI uri, Charset charset, String text) {
        super(uri, Kind.SOURCE);
        this.file = file;
        this.charset = charset;
        this.text = text;
    }

    static SourceText read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Charset charset = StandardCharsets.UTF_8;
        String text;
        try {
            text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            charset = StandardCharsets.ISO_8859_1;
            text = new String(bytes, charset);
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        return new SourceText(file, file.toAbsolutePath().toUri(), charset, text);
    }

    Charset charset() {
        return charset;
    }

    String text() {
        return text;
    }

    @Override
    public String getName() {
        return file.toString();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        // A public class need not be named like its file.
        return kind == Kind.SOURCE;
    }
}
