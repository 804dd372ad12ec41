package dev.atrium.tests.malformed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of a form or a query, and what can go wrong with them. */
final class Parameters {
    private record Parameter(String name, String value, boolean exact) {
        Parameter(String name, String value) {
            this(name, value, false);
        }
    }

    private final Noise noise;
    private final List<Parameter> all = new ArrayList<>();

    Parameters(Noise noise, Map<String, String> good) {
        this.noise = noise;
        good.keySet().stream().sorted().forEach(name -> all.add(new Parameter(name, good.get(name))));
    }

    /** Breaks one to three things. */
    Parameters broken() {
        for (int i = 0; i <= noise.below(3); i++) {
            breakOne();
        }
        return this;
    }

    /** Sets a parameter after all else, so that it stays as it is. */
    Parameters finallyWith(String name, String value) {
        all.removeIf(parameter -> parameter.name.equals(name));
        all.add(new Parameter(name, value, true));
        return this;
    }

    String encoded() {
        return all.stream().map(this::encoded).collect(Collectors.joining("&"));
    }

    private String encoded(Parameter parameter) {
        return parameter.exact
                ? parameter.name + "=" + URLEncoder.encode(parameter.value, StandardCharsets.UTF_8)
                : noise.encoded(parameter.name) + "=" + noise.encoded(parameter.value);
    }

    private void breakOne() {
        if (all.isEmpty()) {
            all.add(new Parameter(noise.text(), noise.text()));
            return;
        }
        int place = noise.below(all.size());
        Parameter chosen = all.get(place);
        switch (noise.below(6)) {
            case 0 -> all.remove(place);
            case 1 -> all.add(chosen);
            case 2 -> all.add(new Parameter(chosen.name, noise.text()));
            case 3 -> all.add(new Parameter(noise.text(), noise.text()));
            case 4 -> all.set(place, new Parameter(noise.text(), chosen.value));
            default -> all.set(place, new Parameter(chosen.name, noise.text()));
        }
    }
}
