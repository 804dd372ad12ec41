package dev.atrium.core.page;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.brand.BrandColour;
import dev.atrium.core.brand.HelpContact;
import dev.atrium.core.mail.ProjectMail;
import dev.atrium.core.mail.SettingProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose page it is: what a project's attributes say of its name and look, the same as its mails have them.
 *
 * @param logo an https address of a picture
 * @param help whom people ask: as the attribute says, else where answers to its mails go
 * @param problems what is not heeded, or not as it is written
 */
public record PageBrand(
        String name,
        Optional<String> logo,
        Optional<BrandColour> colour,
        Optional<HelpContact> help,
        List<SettingProblem> problems) {
    /** Attribute of an organization, and of a realm: an e-mail address, a telephone number or an https address. */
    public static final String HELP = "atrium.help-contact";

    private static final Set<String> SHOWN =
            Set.of(ProjectMail.SENDER_NAME, ProjectMail.REPLY_TO, ProjectMail.LOGO, ProjectMail.COLOUR);

    public PageBrand {
        problems = List.copyOf(problems);
    }

    /**
     * What these attributes of an organization say.
     *
     * @param name of the organization, for one that does not say how its mails are signed
     */
    public static PageBrand read(String name, Map<String, List<String>> attributes) {
        ProjectMail mail = ProjectMail.read(attributes, List.of());
        Optional<String> written = first(attributes, HELP);
        Optional<HelpContact> help = written.flatMap(HelpContact::parse);
        List<SettingProblem> problems = new ArrayList<>();
        mail.problems().stream()
                .filter(problem -> SHOWN.contains(problem.setting()))
                .forEach(problems::add);
        mail.colour()
                .filter(colour -> !first(attributes, ProjectMail.COLOUR)
                        .filter(colour.value()::equalsIgnoreCase)
                        .isPresent())
                .map(PageBrand::tooLight)
                .ifPresent(problems::add);
        if (written.isPresent() && help.isEmpty()) {
            problems.add(helpProblem());
        }
        return new PageBrand(
                mail.senderName().orElse(name),
                mail.logo(),
                mail.colour(),
                help.or(() -> mail.replyTo().map(EmailAddress::value).flatMap(HelpContact::parse)),
                problems);
    }

    /** What is wrong with an attribute {@link #HELP} that cannot be read. */
    public static SettingProblem helpProblem() {
        return new SettingProblem(HELP, "Must be an e-mail address, a telephone number or an https:// URL.");
    }

    private static SettingProblem tooLight(BrandColour instead) {
        return new SettingProblem(
                ProjectMail.COLOUR,
                "Is too light to be read on white (contrast below 4.5 : 1), so " + instead.value() + " is used.");
    }

    private static Optional<String> first(Map<String, List<String>> attributes, String name) {
        return attributes.getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
