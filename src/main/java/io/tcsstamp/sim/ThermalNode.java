package io.tcsstamp.sim;

import java.util.Random;

/**
 * One lump of material with a heater and a PID controller, leaking heat to a cold plate:
 * C&middot;dT/dt = P - G&middot;(T - T<sub>sink</sub>). Not thread-safe.
 */
final class ThermalNode {
    /** The power of the heater at a duty of 1, in W. */
    static final double MAX_POWER = 30;

    private static final double CAPACITY = 400; // J/K
    private static final double CONDUCTANCE = 0.5; // W/K
    private static final double KP = 8; // W/K
    private static final double KI = 0.06; // W/(K s)
    private static final double KD = 2; // W s/K
    private static final double SINK_SWING = 0.8; // K
    private static final double SINK_PERIOD = 5_400; // s, an orbit's length

    private final double setpoint;
    private final double sink;
    private double temperature;
    private double integral;
    private double power;
    private long seconds;

    /** Temperatures in degrees Celsius. */
    ThermalNode(double start, double setpoint, double sink) {
        this.temperature = start;
        this.setpoint = setpoint;
        this.sink = sink;
        // bumpless: the controller was tuned in before anybody connected
        this.integral = CONDUCTANCE * (setpoint - sink);
    }

    /** Lets a second pass. */
    void step(Random noise) {
        seconds++;
        double plate = sink + SINK_SWING * Math.sin(2 * Math.PI * seconds / SINK_PERIOD);
        double leak = CONDUCTANCE * (temperature - plate);
        double slope = (power - leak) / CAPACITY;
        temperature += slope + 0.0005 * noise.nextGaussian();
        double error = setpoint - temperature;
        double wanted = integral + KP * error - KD * slope;
        power = Math.max(0, Math.min(MAX_POWER, wanted));
        if (power == wanted) {
            integral += KI * error; // frozen while the heater is at its limit, against wind-up
        }
    }

    double setpoint() {
        return setpoint;
    }

    double temperature() {
        return temperature;
    }

    /** The heater's power in W, 0 to {@value #MAX_POWER}. */
    double power() {
        return power;
    }

    /** The share of the time for which the heater is on, 0 to 1. */
    double duty() {
        return power / MAX_POWER;
    }
}
