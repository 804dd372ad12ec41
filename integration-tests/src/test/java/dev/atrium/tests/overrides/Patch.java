package dev.atrium.tests.overrides;

import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What another release of Keycloak may have done to a class. */
final class Patch {
    private Patch() {}

    /** Gives a method another name, where it stands and where its class calls it. */
    static UnaryOperator<ClassVisitor> rename(String method, String to) {
        return next -> new ClassVisitor(Opcodes.ASM9, next) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] throwing) {
                return new MethodVisitor(
                        Opcodes.ASM9, super.visitMethod(access, renamed(name), type, generic, throwing)) {
                    @Override
                    public void visitMethodInsn(
                            int opcode, String owner, String name, String type, boolean isInterface) {
                        super.visitMethodInsn(opcode, owner, renamed(name), type, isInterface);
                    }
                };
            }

            private String renamed(String name) {
                return name.equals(method) ? to : name;
            }
        };
    }

    /** Has the other methods of a class call something else, without a care for whether it is there. */
    static UnaryOperator<ClassVisitor> callAnother(String method) {
        return next -> new ClassVisitor(Opcodes.ASM9, next) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] throwing) {
                MethodVisitor code = super.visitMethod(access, name, type, generic, throwing);
                return new MethodVisitor(Opcodes.ASM9, code) {
                    @Override
                    public void visitMethodInsn(
                            int opcode, String owner, String called, String as, boolean isInterface) {
                        super.visitMethodInsn(
                                opcode, owner, called.equals(method) ? called + "Anew" : called, as, isInterface);
                    }
                };
            }
        };
    }

    /** Adds something to what a method does. */
    static UnaryOperator<ClassVisitor> change(String method) {
        return next -> new ClassVisitor(Opcodes.ASM9, next) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] throwing) {
                MethodVisitor code = super.visitMethod(access, name, type, generic, throwing);
                return !name.equals(method)
                        ? code
                        : new MethodVisitor(Opcodes.ASM9, code) {
                            @Override
                            public void visitCode() {
                                super.visitCode();
                                super.visitInsn(Opcodes.NOP);
                            }
                        };
            }
        };
    }
}
