package org.javampi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The callbacks are functional interfaces with C's parameters. */
class CallbacksTest {
    @Test
    void shouldTakeTheParametersOfTheStandard() {
        assertEquals(List.of("void apply(Object,Object,int,MPI_Datatype)"), methods(MPI_User_function.class));
        assertEquals(
                List.of("int copy(MPI_Comm,int,Object,Object,Object[],boolean[])"), methods(MPI_Copy_function.class));
        assertEquals(List.of("int delete(MPI_Comm,int,Object,Object)"), methods(MPI_Delete_function.class));
        assertEquals(List.of("void handle(MPI_Comm,int)"), methods(MPI_Handler_function.class));
    }

    private static List<String> methods(Class<?> callback) {
        List<String> found = new ArrayList<>();
        for (Method method : callback.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers())) {
                String types = Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(","));
                String result = method.getReturnType().getSimpleName();
                found.add(result + " " + method.getName() + "(" + types + ")");
            }
        }
        return found;
    }
}
