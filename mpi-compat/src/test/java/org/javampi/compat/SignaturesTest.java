package org.javampi.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both dialects, declaration by declaration: what old programs name is there. */
class SignaturesTest {
    private static final Map<String, Class<?>> PRIMITIVES = Map.of(
            "void", void.class,
            "boolean", boolean.class,
            "byte", byte.class,
            "char", char.class,
            "short", short.class,
            "int", int.class,
            "long", long.class,
            "float", float.class,
            "double", double.class);

    private static final Pattern METHOD = Pattern.compile("(protected )?(static )?(\\S+) (\\w+)\\((.*)\\)");
    private static final Pattern FIELD = Pattern.compile("(static )?(\\S+) (\\w+)(?: = (\\S+))?");

    @ParameterizedTest
    @ValueSource(strings = {"mpijava", "openmpi"})
    void shouldHaveEveryDeclarationOfTheDialect(String dialect) throws IOException {
        List<String> missing = new ArrayList<>();
        int checked = 0;
        for (String line : lines(dialect)) {
            String[] words = line.split(" ", 3);
            String rest = words.length > 2 ? words[2] : "";
            if (!isThere(type(words[0]), words[1], rest)) {
                missing.add(line);
            }
            checked++;
        }
        assertEquals(List.of(), missing);
        assertTrue(checked > 200, dialect + ": " + checked);
    }

    @Test
    void shouldNoticeWhatIsNotThere() {
        assertTrue(!isThere(type("Comm"), "method", "int Rank(int)"));
        assertTrue(!isThere(type("Comm"), "method", "static int Rank()"));
        assertTrue(!isThere(type("MPI"), "field", "static int UNDEFINED = 3"));
        assertTrue(!isThere(type("Intracomm"), "class", "Intercomm"));
        assertTrue(!isThere(type("Op"), "constructor", "(int)"));
    }

    private static List<String> lines(String dialect) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SignaturesTest.class.getResourceAsStream("/" + dialect + ".signatures")),
                StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    private static boolean isThere(Class<?> owner, String kind, String declared) {
        return switch (kind) {
            case "class", "interface" ->
                Modifier.isPublic(owner.getModifiers())
                        && owner.isInterface() == kind.equals("interface")
                        && types(declared).allMatch(parent -> parent.isAssignableFrom(owner));
            case "field" -> hasField(owner, declared);
            case "constructor" -> hasConstructor(owner, declared);
            default -> hasMethod(owner, declared);
        };
    }

    private static boolean hasField(Class<?> owner, String declared) {
        Matcher m = FIELD.matcher(declared);
        assertTrue(m.matches(), declared);
        try {
            Field field = owner.getField(m.group(3));
            boolean same = Modifier.isStatic(field.getModifiers()) == (m.group(1) != null)
                    && type(m.group(2)).isAssignableFrom(field.getType());
            return same
                    && (m.group(4) == null
                            || m.group(1) == null
                            || String.valueOf(field.get(null)).equals(m.group(4)));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static boolean hasConstructor(Class<?> owner, String declared) {
        Class<?>[] parameters =
                types(declared.substring(1, declared.length() - 1)).toArray(Class<?>[]::new);
        return Arrays.stream(owner.getDeclaredConstructors())
                .filter(made -> Modifier.isPublic(made.getModifiers()))
                .map(Constructor::getParameterTypes)
                .anyMatch(found -> Arrays.equals(found, parameters));
    }

    /** A result may be of a narrower class: programs compile all the same. */
    private static boolean hasMethod(Class<?> owner, String declared) {
        Matcher m = METHOD.matcher(declared);
        assertTrue(m.matches(), declared);
        Class<?>[] parameters = types(m.group(5)).toArray(Class<?>[]::new);
        return methods(owner)
                .filter(method -> method.getName().equals(m.group(4)))
                .filter(method -> Arrays.equals(method.getParameterTypes(), parameters))
                .filter(method -> Modifier.isStatic(method.getModifiers()) == (m.group(2) != null))
                .filter(method -> m.group(1) == null
                        ? Modifier.isPublic(method.getModifiers())
                        : !Modifier.isPrivate(method.getModifiers()))
                .anyMatch(method -> type(m.group(3)).isAssignableFrom(method.getReturnType()));
    }

    private static Stream<Method> methods(Class<?> owner) {
        return owner == null
                ? Stream.empty()
                : Stream.concat(Arrays.stream(owner.getDeclaredMethods()), methods(owner.getSuperclass()));
    }

    private static Stream<Class<?>> types(String names) {
        return names.isEmpty()
                ? Stream.empty()
                : Arrays.stream(names.split(",")).map(SignaturesTest::type);
    }

    private static Class<?> type(String name) {
        if (name.endsWith("[]")) {
            return type(name.substring(0, name.length() - 2)).arrayType();
        }
        if (PRIMITIVES.containsKey(name)) {
            return PRIMITIVES.get(name);
        }
        for (String packageName : new String[] {"mpi.", "java.lang.", "java.nio."}) {
            try {
                return Class.forName(packageName + name.replace('.', '$'));
            } catch (ClassNotFoundException e) {
                continue;
            }
        }
        throw new AssertionError("no class " + name);
    }
}
