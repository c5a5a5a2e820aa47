package dev.sentryai.junit;

import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.telemetry.Telemetry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/** What the extension can hand to methods. */
enum Injection {
    SERVER {
        @Override
        boolean fits(Type type) {
            return type == FakeSentry.class;
        }

        @Override
        Object resolve(ParameterContext parameter, TestSession session) {
            return session.sentry();
        }
    },
    TELEMETRY {
        @Override
        boolean fits(Type type) {
            return type == Telemetry.class;
        }

        @Override
        Object resolve(ParameterContext parameter, TestSession session) {
            Telemetry telemetry = session.telemetry();
            if (telemetry.envelopes().isEmpty()
                    && !AnnotationSupport.isAnnotated(parameter.getDeclaringExecutable(), AfterEach.class)) {
                throw new ParameterResolutionException("Nothing was captured before "
                        + parameter.getDeclaringExecutable().getName() + " began, so its Telemetry would stay empty."
                        + " To look at what the method itself does, take a FakeSentry or a Supplier<Telemetry>;"
                        + " Telemetry is for @AfterEach methods, and for tests of what @BeforeEach methods did");
            }
            return telemetry;
        }
    },
    TELEMETRY_WHEN_ASKED {
        @Override
        boolean fits(Type type) {
            return type instanceof ParameterizedType generic
                    && generic.getRawType() == Supplier.class
                    && generic.getActualTypeArguments()[0] == Telemetry.class;
        }

        @Override
        Object resolve(ParameterContext parameter, TestSession session) {
            return (Supplier<Telemetry>) session::telemetry;
        }
    };

    abstract boolean fits(Type type);

    abstract Object resolve(ParameterContext parameter, TestSession session);

    /** Empty if the parameter is none of ours. */
    static Optional<Injection> of(ParameterContext parameter) {
        Type type = parameter.getParameter().getParameterizedType();
        return Arrays.stream(values()).filter(one -> one.fits(type)).findFirst();
    }
}
