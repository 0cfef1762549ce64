package org.javampi.core.collective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {
    @Test
    void shouldTakeARuleApartWhenItHasAllParts() {
        assertEquals(
                new RuleText("bcast", "pipeline", "segment=32k", "1m-", "3-16", "regular"),
                RuleText.of("bcast=pipeline(segment=32k):1m-@3-16?regular"));
    }

    @Test
    void shouldLeaveOutWhatIsLeftOut() {
        assertEquals(new RuleText("scan", "linear", null, null, null, null), RuleText.of("scan \t= linear"));
        assertEquals(new RuleText("scan", "linear", null, null, "9-", null), RuleText.of("scan=linear@9-"));
        assertEquals(new RuleText("scan", "linear", "", "8", null, "regular"), RuleText.of("scan=linear():8?regular"));
        assertEquals(new RuleText("scan", "linear", null, " ", " 2 ", null), RuleText.of("scan=linear: @ 2 "));
    }

    @Test
    void shouldLeaveToOthersWhatIsNoRange() {
        assertEquals("2:8@", RuleText.of("bcast=linear@2:8@").ranks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bcast",
                "=linear",
                "bcast=",
                "bcast linear",
                "bcast=linear(",
                "bcast=linear (a=1)",
                "bcast=linear?",
                "bcast=linear?regular ?",
                "bcast=linear?regular:8",
                "br\u00f6d=linear",
                "b-cast=linear"
            })
    void shouldRefuseWhatIsNoRule(String rule) {
        assertNull(RuleText.of(rule), rule);
    }
}
