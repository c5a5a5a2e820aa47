package dev.sentryai.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the arrows of the house: who may import whom. It lives here because the command is what sees every module. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sentryai");

    private static final String[] PROTOCOL = {"dev.sentryai.protocol.."};
    private static final String[] CORE = {
        "dev.sentryai",
        "dev.sentryai.content..",
        "dev.sentryai.context..",
        "dev.sentryai.delivery..",
        "dev.sentryai.deprecated..",
        "dev.sentryai.instrument..",
        "dev.sentryai.proxy..",
        "dev.sentryai.reactor..",
        "dev.sentryai.runtime..",
        "dev.sentryai.sentry..",
        "dev.sentryai.settings..",
        "dev.sentryai.signal..",
        "dev.sentryai.tracing..",
        "dev.sentryai.value..",
        "dev.sentryai.wire.."
    };

    private static final String[] FORMATS = {"dev.sentryai.format.."};

    private static final List<String> HTTP_CLIENTS = List.of("okhttp3..", "okio..", "javax.net.ssl..");

    /** Each provider with the packages of its library. */
    private static final Map<String, List<String>> LIBRARIES = Map.of(
            "dev.sentryai.anthropic..", List.of("com.anthropic.."),
            "dev.sentryai.bedrock..", List.of("software.amazon.."),
            "dev.sentryai.cohere..", List.of("com.cohere.."),
            "dev.sentryai.google..", List.of("com.google.."),
            "dev.sentryai.http..", HTTP_CLIENTS,
            "dev.sentryai.huggingface..",
                    List.of(
                            "dev.sentryai.http.exchange..",
                            "dev.sentryai.http.jdk..",
                            "dev.sentryai.http.okhttp..",
                            "okhttp3.."),
            "dev.sentryai.openai..", List.of("com.openai.."));

    private static final String[] PROVIDERS = LIBRARIES.keySet().toArray(String[]::new);
    private static final String[] PROVIDER_TESTS = {"dev.sentryai.providertests.."};
    private static final String[] TELEMETRY = {"dev.sentryai.telemetry.."};
    private static final String[] SERVER = {"dev.sentryai.fakesentry.."};
    private static final String[] EXTENSION = {"dev.sentryai.junit.."};
    private static final String[] COMMAND = {"dev.sentryai.cli.."};
    private static final String[] FIXTURES = {"dev.sentryai.fixtures.."};
    private static final String[] REACTOR = {"reactor..", "io.micrometer.context.."};
    private static final String[] JAVA = {"java..", "org.jspecify.annotations.."};

    @Test
    void everyClassHasARoom() {
        assertThat(HOUSE).isNotEmpty();

        check(classes()
                .that(resideInAnyPackage("dev.sentryai.."))
                .should()
                .resideInAnyPackage(all(
                        PROTOCOL,
                        CORE,
                        FORMATS,
                        PROVIDERS,
                        PROVIDER_TESTS,
                        TELEMETRY,
                        SERVER,
                        EXTENSION,
                        COMMAND,
                        FIXTURES)));
    }

    @Test
    void protocolDependsOnTheJdkAlone() {
        only(PROTOCOL, all(PROTOCOL, JAVA));
    }

    @Test
    void coreDependsOnSentryAndProtocolAlone() {
        only(CORE, all(CORE, PROTOCOL, JAVA, "io.sentry..", REACTOR));
    }

    @Test
    void reactorIsKnownInItsOwnRoomAlone() {
        check(noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage("dev.sentryai.reactor..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(REACTOR)));
    }

    @Test
    void formatsSeeCoreAlone() {
        only(FORMATS, all(FORMATS, CORE, PROTOCOL, JAVA));
    }

    @Test
    void aProviderSeesCoreTheFormatsAndItsOwnLibrary() {
        LIBRARIES.forEach((provider, library) -> only(
                new String[] {provider},
                all(
                        provider,
                        library.toArray(String[]::new),
                        FORMATS,
                        CORE,
                        PROTOCOL,
                        JAVA,
                        "com.fasterxml.jackson..",
                        "kotlin..",
                        "org.reactivestreams..")));
    }

    @Test
    void adaptersKnowNoSentryType() {
        check(noClasses()
                .that(resideInAnyPackage(all(FORMATS, PROVIDERS)))
                .and(DescribedPredicate.not(publicEntryType()))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.sentry..")));
    }

    @Test
    void theReadingSideKnowsNothingOfTheSendingSide() {
        check(noClasses()
                .that(resideInAnyPackage(all(TELEMETRY, SERVER)))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(all(CORE, FORMATS, PROVIDERS, EXTENSION, COMMAND, "io.sentry.."))));
    }

    @Test
    void theSendingSideKnowsNothingOfTheReadingSide() {
        check(noClasses()
                .that(resideInAnyPackage(all(CORE, FORMATS, PROVIDERS)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(all(TELEMETRY, SERVER, EXTENSION, COMMAND, FIXTURES))));
    }

    @Test
    void fixturesKnowNothingOfOurs() {
        check(noClasses()
                .that(resideInAnyPackage(FIXTURES))
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.sentryai..")
                        .and(DescribedPredicate.not(resideInAnyPackage(FIXTURES)))));
    }

    @Test
    void theExtensionKnowsNothingOfTheCommand() {
        check(noClasses()
                .that(resideInAnyPackage(EXTENSION))
                .should()
                .dependOnClassesThat(resideInAnyPackage(COMMAND)));
    }

    @Test
    void jacksonStaysWhereTheDesignAllowsIt() {
        check(noClasses()
                .that(resideInAnyPackage(all(PROTOCOL, CORE, SERVER, EXTENSION)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson..")));
        check(noClasses()
                .that(resideInAnyPackage(TELEMETRY))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson.databind..")));
    }

    @Test
    void theWebServerStaysInTheRoomsThatServe() {
        check(noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(all("dev.sentryai.fakesentry.http..", FIXTURES))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.undertow..", "org.xnio..")));
    }

    @Test
    void picocliAndJansiStayInTheCommand() {
        check(noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(COMMAND)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("picocli..", "org.fusesource.jansi..")));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("dev.sentryai.(**)").should().beFreeOfCycles());
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = HOUSE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(p -> !p.getClasses().isEmpty() && !p.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertThat(unmarked).isEmpty();
    }

    @Test
    void nothingPrintsToTheStandardStreams() {
        check(noClasses()
                .that(DescribedPredicate.not(JavaClass.Predicates.simpleName("Main")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void nothingWaitsBySleeping() {
        check(noClasses().should().callMethod(Thread.class, "sleep", long.class));
    }

    private static void only(String[] packages, String[] allowed) {
        check(classes()
                .that(resideInAnyPackage(packages))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed)));
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> publicEntryType() {
        return DescribedPredicate.describe(
                "a public type", type -> type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static String[] all(Object... groups) {
        return Arrays.stream(groups)
                .flatMap(group -> group instanceof String[] names ? Arrays.stream(names) : Stream.of((String) group))
                .toArray(String[]::new);
    }
}
