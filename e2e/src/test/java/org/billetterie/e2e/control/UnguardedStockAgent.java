package org.billetterie.e2e.control;

import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.regex.Pattern;

/// A java agent that takes away what keeps webd from overselling, and nothing else: from the rule
/// the look at what is left, from the one conditional update the condition that there is room. With
/// it, and without the table's CHECK, webd oversells: the tests that promise that it does not can
/// be seen to fail.
public final class UnguardedStockAgent {
  static final String UPDATE = "org/billetterie/webd/sale/Stock";
  static final String RULE = "org/billetterie/webd/sale/Decision";
  static final String CHECK = "checkRow";
  static final Pattern GUARD =
      Pattern.compile(
          "\\s+AND \\(capacity IS NULL OR held \\+ sold \\+ :held \\+ :sold <= capacity\\)");

  private UnguardedStockAgent() {}

  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new Unguarding());
  }

  private static final class Unguarding implements ClassFileTransformer {
    @Override
    public byte[] transform(
        Module module,
        ClassLoader loader,
        String name,
        Class<?> old,
        ProtectionDomain domain,
        byte[] bytes) {
      return switch (name) {
        case UPDATE -> AgentJar.transformed(bytes, loader, withoutCondition());
        case RULE -> AgentJar.transformed(bytes, loader, withoutCheck());
        case null, default -> null;
      };
    }
  }

  /// The rule's method that compares with what is left returns at once.
  private static ClassTransform withoutCheck() {
    return ClassTransform.transformingMethodBodies(
        method -> method.methodName().equalsString(CHECK), new Nothing());
  }

  private static final class Nothing implements CodeTransform {
    @Override
    public void accept(CodeBuilder builder, CodeElement element) {}

    @Override
    public void atEnd(CodeBuilder builder) {
      builder.return_();
    }
  }

  private static ClassTransform withoutCondition() {
    CodeTransform code =
        (builder, element) -> {
          if (element instanceof ConstantInstruction.LoadConstantInstruction load
              && load.constantValue() instanceof String sql
              && GUARD.matcher(sql).find()) {
            builder.loadConstant(GUARD.matcher(sql).replaceAll(""));
          } else {
            builder.with(element);
          }
        };
    return ClassTransform.transformingMethodBodies(code);
  }
}
