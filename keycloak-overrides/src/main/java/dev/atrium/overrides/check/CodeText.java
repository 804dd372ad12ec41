package dev.atrium.overrides.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes down what a method does, one instruction a line: without line numbers, names of variables and places in the
 * constant pool, which differ from build to build though the method is the same.
 */
final class CodeText extends MethodVisitor {
    private static final String LAMBDA = "lambda$";

    private final String owner;
    private final Consumer<MethodCode> written;
    private final StringBuilder text = new StringBuilder();
    private final Map<Label, Integer> labels = new HashMap<>();
    private final Set<MethodSignature> calls = new HashSet<>();
    private final List<MethodSignature> lambdas = new ArrayList<>();

    /**
     * Of a method.
     *
     * @param owner its class, as in a class file
     * @param written takes what was written down
     */
    CodeText(String owner, Consumer<MethodCode> written) {
        super(Opcodes.ASM9);
        this.owner = owner;
        this.written = written;
    }

    @Override
    public void visitEnd() {
        written.accept(new MethodCode(text.toString(), calls, lambdas));
    }

    @Override
    public void visitInsn(int opcode) {
        line(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        line(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        line(opcode, variable);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        line(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
        line(opcode, type, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean isInterface) {
        calls.add(new MethodSignature(name, descriptor));
        line(opcode, type, name, descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        line(Opcodes.INVOKEDYNAMIC, name, descriptor, bootstrap);
        for (Object argument : arguments) {
            line(Opcodes.INVOKEDYNAMIC, argument instanceof Handle handle ? referred(handle) : argument);
        }
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        line(opcode, number(label));
    }

    @Override
    public void visitLabel(Label label) {
        text.append('L').append(number(label)).append('\n');
    }

    @Override
    public void visitLdcInsn(Object value) {
        line(Opcodes.LDC, value.getClass().getSimpleName(), value);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        line(Opcodes.IINC, variable, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label byDefault, Label... cases) {
        line(Opcodes.TABLESWITCH, min, max, number(byDefault), numbers(cases));
    }

    @Override
    public void visitLookupSwitchInsn(Label byDefault, int[] keys, Label[] cases) {
        line(Opcodes.LOOKUPSWITCH, number(byDefault), Arrays.toString(keys), numbers(cases));
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        line(Opcodes.MULTIANEWARRAY, descriptor, dimensions);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        text.append("try ")
                .append(numbers(start, end, handler))
                .append(' ')
                .append(type)
                .append('\n');
    }

    /** The compiler counts the lambdas of a class: one more elsewhere renames this one. */
    private Object referred(Handle handle) {
        MethodSignature signature = new MethodSignature(handle.getName(), handle.getDesc());
        if (handle.getOwner().equals(owner) && handle.getName().startsWith(LAMBDA)) {
            lambdas.add(signature);
            return LAMBDA + handle.getDesc();
        }
        calls.add(signature);
        return handle;
    }

    private int number(Label label) {
        return labels.computeIfAbsent(label, unseen -> labels.size());
    }

    private List<Integer> numbers(Label... some) {
        List<Integer> numbers = new ArrayList<>();
        for (Label label : some) {
            numbers.add(number(label));
        }
        return numbers;
    }

    private void line(int opcode, Object... operands) {
        text.append(opcode);
        for (Object operand : operands) {
            text.append(' ').append(operand);
        }
        text.append('\n');
    }
}
