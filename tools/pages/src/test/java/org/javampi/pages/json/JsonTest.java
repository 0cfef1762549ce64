package org.javampi.pages.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void shouldReadBackWhatItWrites() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("text", "quote \" backslash \\ line\nbell \u0007");
        value.put("list", Arrays.asList(1.0, -0.5, 1e-9, true, null, List.of(), Map.of()));
        assertEquals(value, Json.read(Json.write(value)));
    }

    @Test
    void shouldUnderstandEscapesAndBlanksOfOthers() {
        assertEquals(Map.of("a/b", List.of("\u00e9", 1200.0)), Json.read(" { \"a\\/b\" : [ \"\\u00e9\" , 1.2E3 ] } "));
    }

    @Test
    void shouldSayWhereWhenTheTextIsNotJson() {
        assertEquals(
                "JSON: expected ']' at offset 3",
                assertThrows(IllegalArgumentException.class, () -> Json.read("[1 2]"))
                        .getMessage());
        assertEquals(
                "JSON: expected the end at offset 3",
                assertThrows(IllegalArgumentException.class, () -> Json.read("{} x"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Json.read("\"open"));
        assertThrows(IllegalArgumentException.class, () -> Json.read(""));
    }

    @Test
    void shouldRefuseWhatJsonCannotSay() {
        assertEquals(
                "not a JSON value: NaN",
                assertThrows(IllegalArgumentException.class, () -> Json.write(Double.NaN))
                        .getMessage());
    }
}
