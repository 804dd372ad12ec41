package dev.atrium.overrides.check;

import java.util.ArrayList;
import java.util.List;

/** One thing that Atrium sees to by standing in Keycloak's place, and the classes with which it does. */
public final class OverrideEntry {
    private final String subject;
    private final List<ReplacedProvider> providers = new ArrayList<>();
    private final List<OverridingClass> classes = new ArrayList<>();
    private final List<String> tests = new ArrayList<>();
    private String guards = "";
    private String without = "";

    OverrideEntry(String subject) {
        this.subject = subject;
    }

    /** What it is about. */
    public String subject() {
        return subject;
    }

    /** What it sees to, as a clause after "so that". */
    public String guards() {
        return guards;
    }

    /** What would be seen if it were gone. */
    public String without() {
        return without;
    }

    /** The test classes that show it. */
    public List<String> tests() {
        return List.copyOf(tests);
    }

    public List<ReplacedProvider> providers() {
        return List.copyOf(providers);
    }

    public List<OverridingClass> classes() {
        return List.copyOf(classes);
    }

    /** Takes one line of the list. */
    void add(String key, String value) {
        switch (key) {
            case "guards" -> guards = value;
            case "without" -> without = value;
            case "test" -> tests.add(value);
            case "provider" -> providers.add(ReplacedProvider.parse(value));
            case "class" -> {
                String[] names = value.split(" ", 2);
                classes.add(new OverridingClass(names[0], names[1], List.of()));
            }
            case "method" -> {
                OverridingClass last = classes.get(classes.size() - 1);
                setMethods(with(last.methods(), new OverriddenMethod(MethodSignature.parse(value), List.of())));
            }
            case "caller" -> {
                List<OverriddenMethod> methods =
                        new ArrayList<>(classes.get(classes.size() - 1).methods());
                OverriddenMethod last = methods.remove(methods.size() - 1);
                setMethods(with(
                        methods,
                        new OverriddenMethod(last.signature(), with(last.callers(), ClassMethod.parse(value)))));
            }
            default -> throw new IllegalArgumentException("not understood in the list of overrides: " + key);
        }
    }

    private void setMethods(List<OverriddenMethod> methods) {
        OverridingClass last = classes.remove(classes.size() - 1);
        classes.add(new OverridingClass(last.name(), last.base(), methods));
    }

    private static <T> List<T> with(List<T> before, T more) {
        List<T> all = new ArrayList<>(before);
        all.add(more);
        return all;
    }
}
