package io.tcsstamp.telemetry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a housekeeping table shall do, written as simply as possible and without any bounds. */
final class HousekeepingModel {
    long taken;
    long forwarded;
    long superseded;
    long repeated;

    private final HousekeepingOptions options;
    private final Map<String, Sample> latest = new LinkedHashMap<>();
    private final Set<String> fresh = new HashSet<>();

    HousekeepingModel(HousekeepingOptions options) {
        this.options = options;
    }

    void add(List<Sample> samples) {
        for (Sample sample : samples) {
            taken++;
            if (!fresh.add(sample.name())) {
                superseded++;
            }
            latest.put(sample.name(), sample);
        }
    }

    List<Sample> emit() {
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Sample> emission = new ArrayList<>(latest.values());
        emission.sort(
                options.order() == EmissionOrder.NAME
                        ? Comparator.comparing(Sample::name)
                        : Comparator.comparing(this::printed));
        forwarded += fresh.size();
        repeated += latest.size() - fresh.size();
        fresh.clear();
        if (options.clear()) {
            latest.clear();
        }
        return emission;
    }

    List<List<Sample>> emitEachBlock(List<List<Sample>> blocks) {
        List<List<Sample>> emissions = new ArrayList<>();
        for (List<Sample> block : blocks) {
            add(block);
            emissions.add(emit());
        }
        return emissions;
    }

    long pending() {
        return fresh.size();
    }

    private Instant printed(Sample sample) {
        return sample.time()
                .truncatedTo(options.fractionalTime() ? ChronoUnit.MILLIS : ChronoUnit.SECONDS);
    }
}
