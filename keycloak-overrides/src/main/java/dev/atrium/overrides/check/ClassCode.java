package dev.atrium.overrides.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class as its file has it, never loaded. */
public final class ClassCode {
    /** Enough that no two methods share one by chance. */
    private static final int FINGERPRINT_BYTES = 8;

    private final List<String> parents = new ArrayList<>();
    private final Map<MethodSignature, MethodCode> methods = new HashMap<>();
    private final Map<MethodSignature, Integer> access = new LinkedHashMap<>();

    private final boolean isInterface;

    private ClassCode(boolean isInterface) {
        this.isInterface = isInterface;
    }

    static ClassCode read(byte[] file) {
        ClassReader reader = new ClassReader(file);
        ClassCode code = new ClassCode((reader.getAccess() & Opcodes.ACC_INTERFACE) != 0);
        Stream.concat(Stream.ofNullable(reader.getSuperName()), Arrays.stream(reader.getInterfaces()))
                .map(name -> name.replace('/', '.'))
                .forEach(code.parents::add);
        reader.accept(code.visitor(reader.getClassName()), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return code;
    }

    private ClassVisitor visitor(String owner) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int flags,
                    String name,
                    String descriptor,
                    @Nullable String generic,
                    String @Nullable [] exceptions) {
                MethodSignature signature = new MethodSignature(name, descriptor);
                access.put(signature, flags);
                return new CodeText(owner, code -> methods.put(signature, code));
            }
        };
    }

    public boolean isInterface() {
        return isInterface;
    }

    /** Its superclass, which comes first, and its interfaces. */
    public List<String> parents() {
        return List.copyOf(parents);
    }

    /** Its methods that can override others, or be overridden; those that the compiler made among them. */
    public Stream<MethodSignature> overridable() {
        int never = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
        return access.entrySet().stream()
                .filter(method -> (method.getValue() & never) == 0)
                .map(Map.Entry::getKey)
                .filter(method -> !method.name().startsWith("<"));
    }

    boolean has(MethodSignature signature) {
        return methods.containsKey(signature);
    }

    /** Whether the compiler made it, to hand over to another of its name. */
    public boolean isBridge(MethodSignature signature) {
        return (access.getOrDefault(signature, 0) & Opcodes.ACC_BRIDGE) != 0;
    }

    /** Whether the method, or a lambda in it, calls this one. */
    boolean calls(MethodSignature from, MethodSignature called) {
        return withLambdas(from).stream().anyMatch(code -> code.calls().contains(called));
    }

    /** Stands for what the method does, its lambdas included; the same for two that do the same. */
    String fingerprint(MethodSignature signature) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            withLambdas(signature).forEach(code -> sha.update(code.text().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<MethodCode> withLambdas(MethodSignature signature) {
        List<MethodCode> found = new ArrayList<>();
        collect(signature, found, new HashSet<>());
        return found;
    }

    private void collect(MethodSignature signature, List<MethodCode> found, Set<MethodSignature> seen) {
        Optional.ofNullable(methods.get(signature))
                .filter(code -> seen.add(signature))
                .ifPresent(code -> {
                    found.add(code);
                    code.lambdas().forEach(lambda -> collect(lambda, found, seen));
                });
    }
}
