package org.javampi.checkpoint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static String described(int ranks, int rounds) {
        CheckpointCost account = new CheckpointCost();
        account.onFrozen();
        for (int i = 0; i < rounds; i++) {
            account.onRound();
        }
        account.onThaw();
        List<UUID> resources = Stream.generate(UUID::randomUUID).limit(ranks).toList();
        return account.describe(new Manifest(
                UUID.randomUUID(),
                7,
                2,
                40,
                resources,
                resources.stream().map(one -> 1L).toList(),
                resources.stream().map(one -> "ab").toList(),
                List.of("Prog")));
    }

    @Test
    void shouldCountOneAndManyInWords() {
        String one = described(1, 1);
        assertTrue(one.startsWith("checkpoint 7 at point 40: 1 rank, "), one);
        assertTrue(one.endsWith(" s, 1 round of counting"), one);
        String many = described(2, 3);
        assertTrue(many.contains(": 2 ranks, "), many);
        assertTrue(many.endsWith(" s, 3 rounds of counting"), many);
    }
}
