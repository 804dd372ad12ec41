package dev.atrium.overrides.check;

import java.util.Arrays;
import java.util.List;

/**
 * A provider that must be ours.
 *
 * @param spi the name of Keycloak's SPI, as in the server's options
 * @param id the provider's, which may be that of one of Keycloak's own
 * @param factory our class
 */
public record ReplacedProvider(String spi, String id, String factory, Place place) {
    /** Where it must stand among the providers of its SPI. */
    public enum Place {
        /** Keycloak asks for it by its id, and for no other. */
        BY_ID(""),
        /** It guards nothing, and its jar is optional: Keycloak's own does as well. */
        NONE("may-be-left-out"),
        /** Keycloak takes the one that is the default. */
        DEFAULT("default-of-its-spi"),
        /** Keycloak asks them in turn until one is responsible. */
        FIRST("first-of-its-spi"),
        /** Keycloak asks them all, and the last has the last word. */
        LAST("last-of-its-spi");

        private final String word;

        Place(String word) {
            this.word = word;
        }
    }

    /** Reads {@code spi id factory}, and the word of a place behind them. */
    static ReplacedProvider parse(String text) {
        List<String> words = Arrays.asList(text.split(" "));
        String word = words.size() == 4 ? words.get(3) : "";
        Place place = Arrays.stream(Place.values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a place: " + word));
        return new ReplacedProvider(words.get(0), words.get(1), words.get(2), place);
    }

    /** Whether something is wrong where nobody has the id: else it is of a feature of Keycloak's that is off. */
    boolean mustBeThere() {
        return switch (place) {
            case BY_ID -> id.startsWith("atrium");
            case NONE -> false;
            case DEFAULT, FIRST, LAST -> true;
        };
    }
}
