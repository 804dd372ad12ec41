package dev.atrium.rest.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.directory.project.OrganizationLookup;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Fields;
import dev.atrium.http.request.Text;
import dev.atrium.rest.membership.ReferenceLookup;
import dev.atrium.rest.request.AdminRequest;
import dev.atrium.setup.policy.StarterPolicies;
import dev.atrium.setup.project.ClientOrder;
import dev.atrium.setup.project.MemberOrder;
import dev.atrium.setup.project.ProjectOrder;
import dev.atrium.setup.run.SetupOrder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.keycloak.models.UserModel;

/** What a request for a setup says. */
record SetupInput(AdminRequest request, SetupRights rights) {
    private static final int LONGEST = 255;
    private static final int MOST = 100;
    private static final Set<String> KNOWN =
            Set.of("scopes", "browserFlow", "acceptLockOut", "project", "client", "member");
    private static final List<String> SCOPES_UNLESS_SAID = List.of("patient/*.rs", "user/*.rs");
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    SetupOrder read(ObjectNode json) {
        Fields fields = new Fields(json, KNOWN);
        Optional<ProjectOrder> project =
                part(json, "project", Set.of("alias", "name", "fhirBaseUrl", "domain"), SetupInput::project);
        if (project.isPresent()) {
            rights.requireProjects();
        }
        return new SetupOrder(
                fields.list("scopes", MOST).map(SetupInput::scopes).orElse(SCOPES_UNLESS_SAID),
                fields.flag("browserFlow").orElse(true),
                fields.flag("acceptLockOut").orElse(false),
                project,
                part(json, "client", Set.of("clientId", "redirectUris"), SetupInput::client),
                part(
                        json,
                        "member",
                        Set.of("user", "profile", "policy", "project"),
                        member -> member(member, project)));
    }

    /** What is wrong in it is named with the part before it, such as {@code project.alias}. */
    private static <T> Optional<T> part(ObjectNode json, String name, Set<String> known, Function<Fields, T> read) {
        JsonNode node = json.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!(node instanceof ObjectNode object)) {
            throw Refused.field(
                    name,
                    "Must be an object with "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        try {
            return Optional.of(read.apply(new Fields(object, known)));
        } catch (Refused refused) {
            Problem problem = refused.problem();
            throw new Refused(new Problem(
                    problem.status(),
                    problem.error(),
                    problem.field().map(field -> name + "." + field),
                    problem.message()));
        }
    }

    private static List<String> scopes(List<String> tokens) {
        tokens.stream()
                .filter(token -> Scope.parse(token).kind() != ScopeKind.RESOURCE)
                .findFirst()
                .ifPresent(token -> {
                    throw Refused.field(
                            "scopes",
                            "\"" + Text.shown(token) + "\" is not a SMART resource scope such as user/Observation.rs.");
                });
        return tokens;
    }

    private static ProjectOrder project(Fields fields) {
        String alias = required(fields, "alias");
        if (!ALIAS.matcher(alias).matches()) {
            throw Refused.field("alias", "Must be letters, digits, dots, dashes and underscores, such as riverside.");
        }
        return new ProjectOrder(
                alias,
                fields.line("name", LONGEST).orElse(alias),
                baseUrl(required(fields, "fhirBaseUrl")),
                fields.line("domain", LONGEST));
    }

    private static FhirBaseUrl baseUrl(String text) {
        return FhirBaseUrl.parse(text)
                .map(FhirBaseUrl::canonical)
                .orElseThrow(() -> Refused.field(
                        "fhirBaseUrl", "Must be one URL such as https://fhir.example.org/r4, without a query."));
    }

    private static ClientOrder client(Fields fields) {
        List<String> redirectUris = fields.list("redirectUris", MOST).orElseThrow(() -> Fields.missing("redirectUris"));
        redirectUris.stream().filter(uri -> !isAbsolute(uri)).findFirst().ifPresent(uri -> {
            throw Refused.field("redirectUris", "\"" + Text.shown(uri) + "\" is not an absolute URI without asterisk.");
        });
        return new ClientOrder(required(fields, "clientId"), redirectUris);
    }

    private static boolean isAbsolute(String text) {
        try {
            return new URI(text).isAbsolute() && !text.contains("*");
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    private MemberOrder member(Fields fields, Optional<ProjectOrder> project) {
        rights.requireMembers();
        String name = required(fields, "user");
        UserModel user = new ReferenceLookup(request.session(), request.realm())
                .user(name)
                .orElseThrow(() -> Refused.field(
                        "user",
                        "There is nobody with this user name or verified e-mail address in this realm: create them first, or"
                                + " invite them after the setup."));
        rights.requireMember(user);
        FhirProfile profile = FhirProfile.parse(required(fields, "profile"))
                .orElseThrow(() -> Refused.field(
                        "profile",
                        "Must be a reference such as Practitioner/123 to a Practitioner, PractitionerRole, Patient,"
                                + " RelatedPerson or Person."));
        return new MemberOrder(
                user.getId(),
                name,
                projectOf(fields, project.map(ProjectOrder::alias)),
                profile,
                fields.line("policy", LONGEST)
                        .or(() -> StarterPolicies.of(profile.type()))
                        .orElseThrow(() -> Fields.missing("policy")));
    }

    private String projectOf(Fields member, Optional<String> ordered) {
        String alias = member.line("project", LONGEST).or(() -> ordered).orElseThrow(() -> Fields.missing("project"));
        boolean known = ordered.filter(alias::equals).isPresent()
                || OrganizationLookup.evenWhereOff(request.session())
                        .byAlias(alias)
                        .isPresent();
        if (!known) {
            throw Refused.field("project", "There is no organization with this alias in this realm.");
        }
        return alias;
    }

    private static String required(Fields fields, String name) {
        return fields.line(name, LONGEST).orElseThrow(() -> Fields.missing(name));
    }
}
