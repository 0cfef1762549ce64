package org.javampi.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ForwardingRankHostTest {
    /** A method with a default would be answered by that, not by the place. */
    @Test
    void shouldForwardEachMethod() {
        List<String> declared = new ArrayList<>();
        for (Method method : ForwardingRankHost.class.getDeclaredMethods()) {
            declared.add(text(method));
        }
        TreeSet<String> missing = Arrays.stream(RankHost.class.getDeclaredMethods())
                .map(ForwardingRankHostTest::text)
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeIf(declared::contains);
        missing.removeIf(name -> name.contains("$"));
        assertEquals(new TreeSet<String>(), missing);
    }

    private static String text(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }
}
