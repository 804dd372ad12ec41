package dev.atrium.directory.launch;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.atrium.support.note.FlowNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.keycloak.util.JsonSerialization;

/** Where it is noted that an EHR has launched the app of a running sign-in, and how. */
public final class EhrLaunchNote {
    public static final FlowNote<EhrLaunch> NOTE =
            new FlowNote<>("atrium.ehr-launch", EhrLaunchNote::print, text -> Optional.of(parse(text)));

    private EhrLaunchNote() {}

    private static String print(EhrLaunch launch) {
        try {
            return JsonSerialization.writeValueAsString(launch.toNotes());
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
    }

    private static EhrLaunch parse(String text) {
        try {
            return EhrLaunch.of(JsonSerialization.readValue(text, new TypeReference<Map<String, String>>() {}));
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }
}
