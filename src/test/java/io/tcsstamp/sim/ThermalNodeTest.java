package io.tcsstamp.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThermalNodeTest {
    private final Random noise = new Random(7);

    @Test
    void a_cold_node_is_heated_to_the_setpoint_and_held_there() {
        ThermalNode node = new ThermalNode(-3, 0, -15);
        step(node, 10);
        assertThat(node.temperature()).isBetween(-3.0, -1.0);
        step(node, 900);
        for (int i = 0; i < 5_000; i++) {
            step(node, 1);
            assertThat(node.temperature()).isCloseTo(0, within(0.1));
        }
        assertThat(node.power()).as("balances the leak of 7.5 W").isCloseTo(7.5, within(1.0));
    }

    @Test
    void the_heater_stays_within_its_power() {
        ThermalNode cold = new ThermalNode(-60, 0, -15);
        ThermalNode warm = new ThermalNode(40, 0, -15);
        step(cold, 5);
        step(warm, 5);
        assertThat(cold.power()).isEqualTo(ThermalNode.MAX_POWER);
        assertThat(cold.duty()).isEqualTo(1);
        assertThat(warm.power()).isZero();
    }

    @Test
    void a_long_way_at_the_limit_does_not_make_it_overshoot() {
        ThermalNode node = new ThermalNode(-60, 0, -15);
        double highest = -60;
        for (int i = 0; i < 5_000; i++) {
            step(node, 1);
            highest = Math.max(highest, node.temperature());
        }
        assertThat(highest).isLessThan(1);
        assertThat(node.temperature()).isCloseTo(0, within(0.1));
    }

    private void step(ThermalNode node, int seconds) {
        for (int i = 0; i < seconds; i++) {
            node.step(noise);
        }
    }
}
