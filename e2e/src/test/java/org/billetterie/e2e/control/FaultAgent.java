package org.billetterie.e2e.control;

import java.io.IOException;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.JarFile;

/// A java agent that adds switches to a service, each of them off: what must fail closed can be
/// made to fail, a guard can be taken away, the clock be set wrong (see [Fault]). With all switches
/// off the service does what it does without the agent.
public final class FaultAgent {
  // Named, not loaded: this class must be the bootstrap loader's.
  private static final ClassDesc SWITCHES = ClassDesc.of("org.billetterie.e2e.control.Switches");
  private static final ClassDesc HANDLE = ClassDesc.of("org.jdbi.v3.core.Handle");
  private static final ClassDesc MODE = ClassDesc.of("org.sqlite.SQLiteConfig$SynchronousMode");

  private static final ClassDesc FUTURE = ClassDesc.of("java.util.concurrent.CompletableFuture");
  private static final MethodTypeDesc GET =
      MethodTypeDesc.of(
          ConstantDescs.CD_Object,
          ConstantDescs.CD_long,
          ClassDesc.of("java.util.concurrent.TimeUnit"));

  // One after the other: joined transforms of methods see only methods that all of them concern.
  private static final Map<String, List<ClassTransform>> CHANGES =
      Map.of(
          "org/billetterie/kit/token/TokenCheck",
          List.of(failing("verify", Fault.TOKEN_FAILS), inAllMethods(FaultAgent::anySignature)),
          "org/billetterie/webd/account/Accounts",
          List.of(failing("check", Fault.GUARD_FAILS), open("check", Fault.GUARD_OPEN)),
          "org/billetterie/auth/feed/Feed",
          List.of(failing("check", Fault.GUARD_FAILS), open("check", Fault.GUARD_OPEN)),
          "org/billetterie/kit/token/Csrf",
          List.of(failing("check", Fault.CSRF_FAILS), open("check", Fault.CSRF_OPEN)),
          "org/billetterie/webd/sale/Decision",
          List.of(
              failing("checkLimits", Fault.LIMITS_FAIL), open("checkLimits", Fault.LIMITS_OPEN)),
          "org/billetterie/webd/order/OrderStore",
          List.of(
              failing("seats", Fault.LIMIT_LOOKUP_FAILS),
              failing("holds", Fault.LIMIT_LOOKUP_FAILS)),
          "org/billetterie/kit/database/Database",
          List.of(first("commit", FaultAgent::lie), inAllMethods(FaultAgent::normal)),
          "org/billetterie/webd/desk/Patience",
          List.of(open("look", Fault.NO_PATIENCE)),
          "org/billetterie/webd/AskAuth",
          List.of(inAllMethods(FaultAgent::patient)),
          "org/billetterie/kit/Clocks$NeverBack",
          List.of(first("millis", FaultAgent::stepBack), inAllMethods(FaultAgent::wrongClock)));

  private FaultAgent() {}

  /// @param arguments the jar of this agent, a colon, the folder of the switches
  public static void premain(String arguments, Instrumentation instrumentation) throws IOException {
    String[] paths = arguments.split(":", 2);
    // A service's own class loader finds the switches through the bootstrap loader.
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(paths[0]));
    Switches.readFrom(paths[1]);
    instrumentation.addTransformer(new Switching());
  }

  private static final class Switching implements ClassFileTransformer {
    @Override
    public byte[] transform(
        Module module,
        ClassLoader loader,
        String name,
        Class<?> old,
        ProtectionDomain domain,
        byte[] bytes) {
      byte[] changed = null;
      for (ClassTransform change : CHANGES.getOrDefault(String.valueOf(name), List.of())) {
        changed = AgentJar.transformed(changed == null ? bytes : changed, loader, change);
      }
      return changed;
    }
  }

  private static ClassTransform failing(String method, Fault fault) {
    return first(
        method,
        code ->
            code.ldc(fault.file())
                .invokestatic(
                    SWITCHES,
                    "failIfOn",
                    MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String)));
  }

  /// For methods that only refuse: they return at once.
  private static ClassTransform open(String method, Fault fault) {
    return first(method, code -> ifOn(code, fault).ifThen(CodeBuilder::return_));
  }

  /// Code before the method's own.
  private static ClassTransform first(String method, Consumer<CodeBuilder> code) {
    return ClassTransform.transformingMethodBodies(
        each -> each.methodName().equalsString(method),
        CodeTransform.ofStateful(() -> new First(code)));
  }

  private static ClassTransform inAllMethods(CodeTransform change) {
    return ClassTransform.transformingMethodBodies(change);
  }

  private static CodeBuilder ifOn(CodeBuilder code, Fault fault) {
    return code.ldc(fault.file())
        .invokestatic(
            SWITCHES, "on", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_String));
  }

  private static void lie(CodeBuilder code) {
    ifOn(code, Fault.COMMIT_LIES)
        .ifThen(then ->
            then.trying(
                    tried ->
                        tried
                            .aload(1)
                            .invokevirtual(HANDLE, "commit", MethodTypeDesc.of(HANDLE))
                            .pop(),
                    caught ->
                        caught.catchingAll(failed ->
                            failed
                                .pop()
                                .aload(1)
                                .invokevirtual(HANDLE, "rollback", MethodTypeDesc.of(HANDLE))
                                .pop()))
                .return_());
  }

  private static void anySignature(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call && call.name().equalsString("getPayload")) {
      // It looks at the signature once more.
      ifOn(code, Fault.TOKEN_OPEN)
          .ifThenElse(
              then ->
                  then.invokevirtual(
                      call.owner().asSymbol(), "getUnverifiedPayload", call.typeSymbol()),
              other -> other.with(element));
      return;
    }
    code.with(element);
    if (element instanceof InvokeInstruction call && call.name().equalsString("verifySignature")) {
      ifOn(code, Fault.TOKEN_OPEN).ior();
    }
  }

  private static void normal(CodeBuilder code, CodeElement element) {
    if (element instanceof FieldInstruction field
        && field.owner().asSymbol().equals(MODE)
        && field.name().equalsString("FULL")) {
      ifOn(code, Fault.SYNCHRONOUS_NORMAL)
          .ifThenElse(then -> then.getstatic(MODE, "NORMAL", MODE), other -> other.with(element));
    } else {
      code.with(element);
    }
  }

  private static void patient(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call
        && call.owner().asSymbol().equals(FUTURE)
        && call.typeSymbol().equals(GET)) {
      code.invokestatic(SWITCHES, "get", GET.insertParameterTypes(0, FUTURE));
    } else {
      code.with(element);
    }
  }

  private static void stepBack(CodeBuilder code) {
    ifOn(code, Fault.CLOCK_STEPS_BACK)
        .ifThen(then ->
            then.invokestatic(SWITCHES, "millis", MethodTypeDesc.of(ConstantDescs.CD_long))
                .lreturn());
  }

  private static void wrongClock(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call
        && call.name().equalsString("currentTimeMillis")) {
      code.invokestatic(SWITCHES, "millis", MethodTypeDesc.of(ConstantDescs.CD_long));
    } else {
      code.with(element);
    }
  }

  private static final class First implements CodeTransform {
    private final Consumer<CodeBuilder> code;

    First(Consumer<CodeBuilder> code) {
      this.code = code;
    }

    @Override
    public void atStart(CodeBuilder builder) {
      code.accept(builder);
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
      builder.with(element);
    }
  }
}
