package dev.atrium.core.brand;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom people ask who cannot sign in.
 *
 * @param href of the link
 * @param text as people read it
 */
public record HelpContact(String href, String text) {
    private static final int LONGEST = 200;
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9.!#$*+/=^_{|}~-]{1,64}@[A-Za-z0-9.-]{1,130}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{2,38}[0-9]");

    /** An e-mail address, a telephone number or an https address; nothing else, for it becomes a link. */
    public static Optional<HelpContact> parse(String written) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (MAIL.matcher(text).matches()) {
            return Optional.of(new HelpContact("mailto:" + text, text));
        }
        if (PHONE.matcher(text).matches()) {
            return Optional.of(new HelpContact("tel:" + text.replaceAll("[^+0-9]", ""), text));
        }
        return web(text).map(address -> new HelpContact(text, shown(address)));
    }

    private static Optional<URI> web(String text) {
        try {
            URI address = new URI(text);
            boolean fits = "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
            return fits ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /** Where it leads, without what nobody reads. */
    private static String shown(URI address) {
        String path = Optional.ofNullable(address.getPath()).orElse("");
        return address.getAuthority() + (path.equals("/") ? "" : path);
    }
}
