package dev.atrium.overrides.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ClassCodeTest {
    private static final MethodSignature SHOUT = MethodSignature.parse("shout(Ljava/util/List;)Ljava/util/List;");

    /** What is looked at. */
    static final class Example {
        List<String> shout(List<String> words) {
            try {
                return words.stream()
                        .filter(word -> !word.isEmpty())
                        .map(word -> word + "!")
                        .toList();
            } catch (IllegalStateException e) {
                return List.of();
            }
        }
    }

    @Nested
    class Given_a_method_that_does_the_same_in_another_build {
        @Test
        void has_the_same_fingerprint_without_line_numbers_and_names() throws IOException {
            assertThat(fingerprint(rewritten(next -> next, ClassReader.SKIP_DEBUG)))
                    .isEqualTo(fingerprint(original()));
        }

        @Test
        void has_the_same_fingerprint_with_other_places_in_the_constant_pool() throws IOException {
            byte[] other = rewritten(ClassCodeTest::withOneMore, 0);

            assertThat(other).isNotEqualTo(original());
            assertThat(fingerprint(other)).isEqualTo(fingerprint(original()));
        }

        @Test
        void has_the_same_fingerprint_where_its_lambdas_have_other_numbers() throws IOException {
            byte[] other = rewritten(next -> lambdas(next, name -> name.replaceAll("\\d+$", "9$0")), 0);

            assertThat(other).isNotEqualTo(original());
            assertThat(fingerprint(other)).isEqualTo(fingerprint(original()));
        }
    }

    @Nested
    class Given_a_method_that_does_something_else {
        @Test
        void has_another_fingerprint() throws IOException {
            assertThat(fingerprint(rewritten(next -> inserting(next, "shout"), 0)))
                    .isNotEqualTo(fingerprint(original()));
        }

        @Test
        void has_another_fingerprint_where_only_a_lambda_in_it_does() throws IOException {
            assertThat(fingerprint(rewritten(next -> inserting(next, "lambda$shout"), 0)))
                    .isNotEqualTo(fingerprint(original()));
        }
    }

    @Nested
    class Given_a_method_that_calls_others {
        @Test
        void calls_what_it_calls_itself_and_in_its_lambdas() throws IOException {
            ClassCode code = ClassCode.read(original());

            assertThat(code.calls(SHOUT, MethodSignature.parse("stream()Ljava/util/stream/Stream;")))
                    .isTrue();
            assertThat(code.calls(SHOUT, MethodSignature.parse("isEmpty()Z"))).isTrue();
            assertThat(code.calls(SHOUT, MethodSignature.parse("isBlank()Z"))).isFalse();
        }
    }

    private static String fingerprint(byte[] file) {
        return ClassCode.read(file).fingerprint(SHOUT);
    }

    private static byte[] original() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Example.class.getResourceAsStream("ClassCodeTest$Example.class"))) {
            return file.readAllBytes();
        }
    }

    private static byte[] rewritten(UnaryOperator<ClassVisitor> change, int options) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(original()).accept(change.apply(writer), options);
        return writer.toByteArray();
    }

    private static ClassVisitor withOneMore(ClassVisitor next) {
        next.visitField(Opcodes.ACC_PRIVATE, "more", "Ljava/lang/Runnable;", null, null)
                .visitEnd();
        return next;
    }

    private static ClassVisitor inserting(ClassVisitor next, String method) {
        return new ClassVisitor(Opcodes.ASM9, next) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] throwing) {
                MethodVisitor code = super.visitMethod(access, name, type, generic, throwing);
                if (name.startsWith(method)) {
                    code.visitInsn(Opcodes.NOP);
                }
                return code;
            }
        };
    }

    private static ClassVisitor lambdas(ClassVisitor next, UnaryOperator<String> renamed) {
        return new ClassVisitor(Opcodes.ASM9, next) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] throwing) {
                return new MethodVisitor(
                        Opcodes.ASM9,
                        super.visitMethod(
                                access,
                                name.startsWith("lambda$") ? renamed.apply(name) : name,
                                type,
                                generic,
                                throwing)) {
                    @Override
                    public void visitInvokeDynamicInsn(String called, String as, Handle bootstrap, Object... with) {
                        Object[] other = with.clone();
                        for (int i = 0; i < other.length; i++) {
                            if (other[i] instanceof Handle to && to.getName().startsWith("lambda$")) {
                                other[i] = new Handle(
                                        to.getTag(),
                                        to.getOwner(),
                                        renamed.apply(to.getName()),
                                        to.getDesc(),
                                        to.isInterface());
                            }
                        }
                        super.visitInvokeDynamicInsn(called, as, bootstrap, other);
                    }
                };
            }
        };
    }
}
