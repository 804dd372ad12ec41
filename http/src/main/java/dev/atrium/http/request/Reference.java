package dev.atrium.http.request;

import dev.atrium.http.error.Refused;
import java.util.Optional;
import java.util.function.Function;

/**
 * Points to a project, user or access policy by its name, by its id, or by both.
 *
 * @param field the property that takes a name or an id, e.g. {@code project}; the one with {@code Id} behind takes an id
 */
public record Reference(String field, Optional<String> nameOrId, Optional<String> id) {
    private static final int LONGEST = 255;

    public static Reference read(Fields fields, String field) {
        return new Reference(field, fields.line(field, LONGEST), fields.line(idField(field), LONGEST));
    }

    public boolean isEmpty() {
        return nameOrId.isEmpty() && id.isEmpty();
    }

    /**
     * The reference as a change of what is stored: of two that disagree, the one that is as it was does not count, for
     * tools read a representation, change one property and send all of it back.
     */
    public Reference changing(String storedId, Optional<String> storedName) {
        if (nameOrId.isPresent() && id.isPresent()) {
            if (id.get().equals(storedId)) {
                return new Reference(field, nameOrId, Optional.empty());
            }
            if (nameOrId.equals(storedName) || nameOrId.get().equals(storedId)) {
                return new Reference(field, Optional.empty(), id);
            }
        }
        return this;
    }

    /** What it points to; refuses a reference that points nowhere, or to two things. */
    public <T> T resolve(Function<String, Optional<T>> byNameOrId, Function<T, String> idOf) {
        Optional<T> named = nameOrId.map(text -> found(field, byNameOrId.apply(text)));
        Optional<T> identified = id.map(text -> found(
                idField(field),
                byNameOrId.apply(text).filter(thing -> idOf.apply(thing).equals(text))));
        if (named.isPresent()
                && identified.isPresent()
                && !idOf.apply(named.get()).equals(idOf.apply(identified.get()))) {
            throw Refused.field(field, "Contradicts " + idField(field) + "; leave one of them out.");
        }
        return named.or(() -> identified).orElseThrow(() -> Fields.missing(field));
    }

    /** Refuses a reference that points elsewhere than to what is stored and stays. */
    public <T> void requireStored(String storedId, Function<String, Optional<T>> byNameOrId, Function<T, String> idOf) {
        boolean idStays = id.isEmpty() || id.get().equals(storedId);
        boolean nameStays = nameOrId.isEmpty()
                || nameOrId.get().equals(storedId)
                || byNameOrId.apply(nameOrId.get()).map(idOf).equals(Optional.of(storedId));
        if (!idStays || !nameStays) {
            throw Refused.field(
                    idStays ? field : idField(field), "Cannot be changed; delete this membership and create another.");
        }
    }

    private static <T> T found(String field, Optional<T> thing) {
        return thing.orElseThrow(() -> Refused.field(field, "There is none with this name or id in this realm."));
    }

    private static String idField(String field) {
        return field + "Id";
    }
}
