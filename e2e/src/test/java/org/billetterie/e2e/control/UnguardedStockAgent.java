package org.billetterie.e2e.control;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.regex.Pattern;

/// A java agent that takes from webd's one conditional update the condition that there is room, and
/// nothing else. With it, and without the table's CHECK, webd oversells: the tests that promise
/// that it does not can be seen to fail.
public final class UnguardedStockAgent {
  static final String CLASS = "org/billetterie/webd/sale/Stock";
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
      return CLASS.equals(name) ? unguarded(bytes, loader) : null;
    }
  }

  static byte[] unguarded(byte[] bytes, ClassLoader loader) {
    ClassFile classes =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
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
    return classes.transformClass(
        classes.parse(bytes), ClassTransform.transformingMethodBodies(code));
  }
}
