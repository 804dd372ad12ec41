package dev.atrium.core.mail;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.brand.BrandColour;
import dev.atrium.core.mail.ProjectSmtp.Encryption;
import dev.atrium.core.mail.ProjectSmtp.Login;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads {@link ProjectMail} from a project's attributes. */
final class ProjectAttributes {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 1000;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,189}");
    private static final int LAST_PORT = 65_535;

    private final Map<String, List<String>> attributes;
    private final List<String> vaultReferences;
    private final List<SettingProblem> problems = new ArrayList<>();

    ProjectAttributes(Map<String, List<String>> attributes, List<String> vaultReferences) {
        this.attributes = attributes;
        this.vaultReferences = vaultReferences;
    }

    ProjectMail mail() {
        return new ProjectMail(
                text(
                        ProjectMail.SENDER_NAME,
                        ProjectAttributes::isName,
                        "Must be a name of at most " + LONGEST_NAME + " characters."),
                text(ProjectMail.REPLY_TO, ProjectAttributes::isMail, "Must be an e-mail address.")
                        .flatMap(EmailAddress::parse),
                text(
                        ProjectMail.LOGO,
                        ProjectAttributes::isPicture,
                        "Must be an https:// URL without a user name, of at most " + LONGEST_ADDRESS + " characters."),
                read(ProjectMail.COLOUR, BrandColour::parse, "Must be a colour such as #0a7d55."),
                read(TimeZoneName.ATTRIBUTE, TimeZoneName::parse, "Must be a time zone such as Europe/Berlin."),
                smtp(),
                problems);
    }

    /** All of it, or nothing. */
    private Optional<ProjectSmtp> smtp() {
        if (attributes.keySet().stream()
                .noneMatch(
                        name -> name.startsWith(ProjectMail.SMTP) && value(name).isPresent())) {
            return Optional.empty();
        }
        int before = problems.size();
        Optional<String> host = required(ProjectMail.SMTP_HOST, HOST, "Must be the host name of a mail server.");
        Optional<String> from = required(ProjectMail.SMTP_FROM, MAIL, "Must be an e-mail address.");
        Optional<Encryption> encryption =
                read(ProjectMail.SMTP_ENCRYPTION, ProjectAttributes::encryption, "Must be starttls, ssl or none.");
        Encryption chosen = encryption.orElse(Encryption.STARTTLS);
        Optional<Integer> port =
                read(ProjectMail.SMTP_PORT, ProjectAttributes::port, "Must be a port from 1 to 65535.");
        Optional<Login> login = login();
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(
                new ProjectSmtp(host.orElseThrow(), port.orElse(chosen.port()), chosen, from.orElseThrow(), login));
    }

    private Optional<Login> login() {
        Optional<String> user = value(ProjectMail.SMTP_USER);
        Optional<String> password = text(
                ProjectMail.SMTP_PASSWORD,
                vaultReferences::contains,
                "Must be " + (vaultReferences.isEmpty() ? "a vault reference" : vaultReferences.get(0))
                        + ", which stands for the password in Keycloak's vault; never enter the password itself.");
        if (user.isPresent() && value(ProjectMail.SMTP_PASSWORD).isEmpty()) {
            problems.add(new SettingProblem(ProjectMail.SMTP_PASSWORD, "Is missing; a user name needs a password."));
        }
        if (user.isEmpty() && value(ProjectMail.SMTP_PASSWORD).isPresent()) {
            problems.add(new SettingProblem(ProjectMail.SMTP_USER, "Is missing; a password needs a user name."));
        }
        return user.flatMap(name -> password.map(reference -> new Login(name, reference)));
    }

    private Optional<String> required(String name, Pattern pattern, String message) {
        if (value(name).isEmpty()) {
            problems.add(new SettingProblem(name, "Is missing; the project's own mail server needs it."));
        }
        return text(name, pattern.asMatchPredicate(), message);
    }

    private Optional<String> text(String name, Predicate<String> fits, String message) {
        return read(name, text -> Optional.of(text).filter(fits), message);
    }

    private <T> Optional<T> read(String name, Function<String, Optional<T>> reader, String message) {
        Optional<String> text = value(name);
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            problems.add(new SettingProblem(name, message));
        }
        return value;
    }

    private Optional<String> value(String name) {
        return attributes.getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                                || Character.getType(c) == Character.SURROGATE);
    }

    private static boolean isMail(String text) {
        return MAIL.matcher(text).matches();
    }

    private static boolean isPicture(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST_ADDRESS
                    && "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static Optional<Encryption> encryption(String text) {
        for (Encryption encryption : Encryption.values()) {
            if (encryption.name().equals(text.toUpperCase(Locale.ROOT))) {
                return Optional.of(encryption);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(PORT.asMatchPredicate())
                .map(Integer::valueOf)
                .filter(port -> port <= LAST_PORT);
    }
}
