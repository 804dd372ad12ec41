package dev.atrium.setup.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** What setups have made in a realm, in the order in which they did: an attribute of the realm, gone when all is undone. */
public final class SetupRecord {
    /** The attribute of the realm. */
    public static final String ATTRIBUTE = "atrium.setup";

    private final List<Entry> entries;

    private SetupRecord(List<Entry> entries) {
        this.entries = new ArrayList<>(entries);
    }

    /** Refuses a record that somebody has written into: what is not known to be ours is not touched. */
    public static SetupRecord of(RealmModel realm) {
        String text = realm.getAttribute(ATTRIBUTE);
        if (text == null || text.isBlank()) {
            return new SetupRecord(List.of());
        }
        try {
            return new SetupRecord(JsonSerialization.mapper.readValue(text, new TypeReference<List<Entry>>() {}));
        } catch (JsonProcessingException unreadable) {
            throw new Refused(new Problem(
                    409,
                    "setup_record_unreadable",
                    Optional.empty(),
                    "The attribute " + ATTRIBUTE
                            + " of the realm cannot be read. Put it back from an export of the realm,"
                            + " or remove it; what the setup made then stays."));
        }
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public Optional<Entry> find(Kind kind, String name) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind && entry.name().equals(name))
                .findFirst();
    }

    public boolean has(Kind kind, String name) {
        return find(kind, name).isPresent();
    }

    public void add(Entry entry) {
        entries.add(entry);
    }

    public void remove(Entry entry) {
        entries.remove(entry);
    }

    /** The last first: what was made later may use what was made before. */
    public List<Entry> newestFirst() {
        List<Entry> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        return reversed;
    }

    public void save(RealmModel realm) {
        if (entries.isEmpty()) {
            realm.removeAttribute(ATTRIBUTE);
            return;
        }
        try {
            realm.setAttribute(ATTRIBUTE, JsonSerialization.mapper.writeValueAsString(entries));
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }
}
