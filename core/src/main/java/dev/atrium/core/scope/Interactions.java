package dev.atrium.core.scope;

import java.util.Optional;

/** The interactions a resource scope allows, as a set; one bit for each {@link Interaction}. */
public record Interactions(int bits) {
    private static final String LETTERS = "cruds";
    private static final Interactions READ = new Interactions(0b10010);
    private static final Interactions WRITE = new Interactions(0b01101);
    private static final Interactions ALL = new Interactions(0b11111);

    public Interactions {
        if (bits < 0 || bits > 0b11111) {
            throw new IllegalArgumentException("not a set of interactions");
        }
    }

    /** At least one letter of {@code cruds}, each once and in that order (SMART 2.2.0, resource scope syntax). */
    public static Optional<Interactions> parse(String letters) {
        int bits = 0;
        int last = -1;
        for (int i = 0; i < letters.length(); i++) {
            int place = LETTERS.indexOf(letters.charAt(i));
            if (place <= last) {
                return Optional.empty();
            }
            bits |= 1 << place;
            last = place;
        }
        return bits == 0 ? Optional.empty() : Optional.of(new Interactions(bits));
    }

    /** The permission names of version 1: {@code read} is {@code rs}, {@code write} is {@code cud}, {@code *} is all. */
    public static Optional<Interactions> parseV1(String name) {
        return switch (name) {
            case "read" -> Optional.of(READ);
            case "write" -> Optional.of(WRITE);
            case "*" -> Optional.of(ALL);
            default -> Optional.empty();
        };
    }

    /** The name version 1 has for exactly these interactions. */
    public Optional<String> v1Name() {
        if (equals(READ)) {
            return Optional.of("read");
        }
        if (equals(WRITE)) {
            return Optional.of("write");
        }
        return equals(ALL) ? Optional.of("*") : Optional.empty();
    }

    public String letters() {
        StringBuilder letters = new StringBuilder(LETTERS.length());
        for (int place = 0; place < LETTERS.length(); place++) {
            if ((bits & (1 << place)) != 0) {
                letters.append(LETTERS.charAt(place));
            }
        }
        return letters.toString();
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    public boolean contains(Interaction interaction) {
        return (bits & (1 << LETTERS.indexOf(interaction.letter()))) != 0;
    }

    public boolean covers(Interactions other) {
        return (bits & other.bits) == other.bits;
    }

    public Interactions plus(Interactions other) {
        return new Interactions(bits | other.bits);
    }

    public Interactions intersect(Interactions other) {
        return new Interactions(bits & other.bits);
    }

    public Interactions without(Interactions other) {
        return new Interactions(bits & ~other.bits);
    }
}
