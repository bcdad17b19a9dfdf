package dev.orrery.sim.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardNormalTest {
    /** Quantiles as statistics tables print them, from the middle, the near tail and the far one. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.3, -0.5244005127080407",
        "0.075, -1.4395314709384570",
        "0.025, -1.9599639845400545",
        "0.01, -2.3263478740408408",
        "0.001, -3.0902323061678132",
        "1e-5, -4.2648907939228256",
        "1e-11, -6.706023155495136",
        "1e-15, -7.941345326170995"
    })
    void knowsThePublishedQuantiles(double share, double quantile) {
        assertEquals(quantile, StandardNormal.quantile(share), 1e-14);
    }
}
