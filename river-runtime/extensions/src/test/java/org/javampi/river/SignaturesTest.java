package org.javampi.river;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What programs are compiled against: the public signatures that signatures.txt lists stay as they are. A new one may be
 * added; one that is gone, or has another type, breaks programs.
 */
class SignaturesTest {
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum) (org\\.javampi\\.river\\.[\\w.$]+)");

    @Test
    void shouldKeepWhatProgramsAreCompiledAgainst() throws IOException, ClassNotFoundException {
        List<String> promised = promised();
        Set<String> there = new HashSet<>();
        int types = 0;
        for (String line : promised) {
            Matcher type = TYPE.matcher(line);
            if (line.startsWith("class ") && type.find()) {
                there.addAll(signatures(Class.forName(type.group(1))));
                types++;
            }
        }
        assertFalse(types < 30, types + " types");
        assertEquals(
                List.of(),
                promised.stream().filter(line -> !there.contains(line)).toList(),
                "promised, and not there");
    }

    private static List<String> promised() throws IOException {
        try (InputStream in = SignaturesTest.class.getResourceAsStream("signatures.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<String> signatures(Class<?> type) {
        List<String> all = new ArrayList<>();
        String above = type.getSuperclass() == null
                ? ""
                : " extends " + type.getGenericSuperclass().getTypeName();
        all.add("class " + type.toGenericString() + above);
        for (Class<?> one : type.getInterfaces()) {
            all.add("implements " + type.getName() + " " + one.getName());
        }
        Stream.of(type.getDeclaredMethods())
                .filter(SignaturesTest::isPromised)
                .map(Method::toGenericString)
                .forEach(all::add);
        Stream.of(type.getDeclaredConstructors())
                .filter(SignaturesTest::isPromised)
                .map(Constructor::toGenericString)
                .forEach(all::add);
        Stream.of(type.getDeclaredFields())
                .filter(SignaturesTest::isPromised)
                .map(Field::toGenericString)
                .forEach(all::add);
        return all;
    }

    private static boolean isPromised(Member member) {
        return Modifier.isPublic(member.getModifiers()) && !member.isSynthetic();
    }
}
