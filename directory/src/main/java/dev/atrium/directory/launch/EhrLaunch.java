package dev.atrium.directory.launch;

import dev.atrium.core.account.UserId;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.membership.ProjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an EHR has registered before it opens an app.
 *
 * @param id by which administrators find it in events; it opens nothing
 * @param ehr the client id of the EHR
 * @param app the internal id of the app's client
 * @param server the FHIR server the app is told to talk to
 * @param projects those on this server into which the EHR may launch
 * @param user who alone may be signed in, if the EHR said so
 * @param openUntil when the app must have sent the person here at the latest; how long that is, {@code rest} says
 *     ({@code LaunchLifetime})
 */
public record EhrLaunch(
        String id,
        String ehr,
        String app,
        FhirBaseUrl server,
        Set<ProjectId> projects,
        Optional<UserId> user,
        LaunchContext context,
        Instant openUntil) {
    public EhrLaunch {
        projects = Set.copyOf(projects);
    }

    Map<String, String> toNotes() {
        Map<String, String> notes = new HashMap<>();
        notes.put("id", id);
        notes.put("ehr", ehr);
        notes.put("app", app);
        notes.put("server", server.value());
        notes.put("projects", projects.stream().map(ProjectId::value).collect(Collectors.joining(" ")));
        user.ifPresent(known -> notes.put("user", known.value()));
        notes.put("context", LaunchContextJson.print(context));
        notes.put("until", openUntil.toString());
        return notes;
    }

    static EhrLaunch of(Map<String, String> notes) {
        return new EhrLaunch(
                noted(notes, "id"),
                noted(notes, "ehr"),
                noted(notes, "app"),
                new FhirBaseUrl(noted(notes, "server")),
                Arrays.stream(noted(notes, "projects").split(" "))
                        .map(ProjectId::new)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(notes.get("user")).map(UserId::new),
                LaunchContextJson.parse(noted(notes, "context")),
                Instant.parse(noted(notes, "until")));
    }

    private static String noted(Map<String, String> notes, String name) {
        return Optional.ofNullable(notes.get(name)).orElseThrow();
    }
}
