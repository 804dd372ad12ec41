package dev.atrium.setup.health;

import dev.atrium.core.mail.ProjectMail;
import dev.atrium.directory.project.Projects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the enabled organizations say where their FHIR data are, in words that can be read. */
final class ProjectSettings {
    private static final String WHERE = "Under Organizations > %s > Attributes, ";

    private ProjectSettings() {}

    /** What is amiss, for the attributes of each organization, by alias. */
    static Stream<Finding> findings(Map<String, Map<String, List<String>>> organizations) {
        return organizations.entrySet().stream().flatMap(one -> finding(one.getKey(), one.getValue()).stream());
    }

    private static Optional<Finding> finding(String alias, Map<String, List<String>> attributes) {
        Optional<String> problem = Projects.problem(attributes).or(() -> ofMails(attributes));
        if (problem.isPresent()) {
            return Optional.of(new Finding(
                    FindingKind.PROJECT_SETTING,
                    alias,
                    problem.get() + ". Until it is corrected, it is not heeded, or nobody gets into the project.",
                    WHERE.formatted(alias) + "correct the value."));
        }
        return attributes.containsKey(Projects.FHIR_BASE_URL)
                ? Optional.empty()
                : Optional.of(new Finding(
                        FindingKind.FHIR_BASE_URL_MISSING,
                        alias,
                        "The organization has no FHIR base URL: nobody gets FHIR data of it, and apps are answered server_error.",
                        WHERE.formatted(alias)
                                + "add %s with the base URL of the FHIR server.".formatted(Projects.FHIR_BASE_URL)));
    }

    /** Not of a mail server: which vault entries a project may name, only a mail that is sent finds out. */
    private static Optional<String> ofMails(Map<String, List<String>> attributes) {
        return ProjectMail.read(attributes, List.of()).problems().stream()
                .filter(problem -> !problem.setting().startsWith(ProjectMail.SMTP))
                .map(problem -> problem.setting() + ": " + problem.message().replaceFirst("\\.$", ""))
                .findFirst();
    }
}
