package dev.sentryai;

import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.Sentry;
import java.lang.ref.Cleaner;
import java.util.NoSuchElementException;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * A result of tracked work that ends after it was returned: when it is read to its end, closed, cancelled, when it
 * fails, or when the application can not reach it any more. What is computed for it meanwhile belongs to the work.
 * Thread-safe as far as the result is.
 */
final class LateResult {

    private static final Cleaner CLEANER = Cleaner.create();

    private final TrackedWork work;
    private final Cleaner.Cleanable unreachable;

    private LateResult(TrackedWork work) {
        this.work = work;
        this.unreachable = CLEANER.register(this, () -> work.end(null));
    }

    static Object ofStream(TrackedWork work, Object stream) {
        return standIn(stream, new LateResult(work)::onStream);
    }

    static Object ofIterator(TrackedWork work, Object iterator) {
        return standIn(iterator, new LateResult(work)::onIterator);
    }

    static Object ofPublisher(TrackedWork work, Object publisher) {
        return standIn(publisher, new LateResult(work)::onPublisher);
    }

    private static Object standIn(Object target, StandIn.Interceptor interceptor) {
        return StandIn.of(
                target, ResultType.of(target).interfaces(), target.getClass().getClassLoader(), interceptor);
    }

    private @Nullable Object onStream(Call call) throws Throwable {
        return switch (call.name()) {
            case "isParallel" -> call.proceed();
            case "iterator" -> next(call, this::onIterator);
            case "spliterator" -> next(call, this::onSpliterator);
            default ->
                BaseStream.class.isAssignableFrom(call.method().getReturnType())
                        ? next(call, this::onStream)
                        : last(call);
        };
    }

    private @Nullable Object onIterator(Call call) throws Throwable {
        return switch (call.name()) {
            case "hasNext" -> endingWithFalse(call);
            case "next", "nextInt", "nextLong", "nextDouble" -> inside(call);
            case "forEachRemaining", "close" -> last(call);
            default -> call.proceed();
        };
    }

    /** It is never split: the parts would have to be followed one by one. */
    private @Nullable Object onSpliterator(Call call) throws Throwable {
        return switch (call.name()) {
            case "tryAdvance" -> endingWithFalse(call);
            case "forEachRemaining" -> last(call);
            case "trySplit" -> null;
            default -> call.proceed();
        };
    }

    private @Nullable Object onPublisher(Call call) throws Throwable {
        Object subscriber = call.onlyArgument();
        if (!call.name().equals("subscribe") || subscriber == null) {
            return call.proceed();
        }
        IScopes caller = Sentry.getCurrentScopes();
        return inside(withStandIn(call, subscriber, signal -> onSignal(signal, caller)));
    }

    /** What is published goes to who subscribed, and ends the work before it does. */
    @SuppressWarnings("try") // the scopes are made current for their effect
    private @Nullable Object onSignal(Call call, IScopes caller) throws Throwable {
        Object argument = call.onlyArgument();
        Call signal = call;
        switch (call.name()) {
            case "onSubscribe" -> signal = withStandIn(call, argument, this::onSubscription);
            case "onComplete" -> end(null);
            case "onError" -> end(argument instanceof Throwable failure ? failure : null);
            default -> {}
        }
        try (ISentryLifecycleToken current = caller.makeCurrent()) {
            return signal.proceed();
        }
    }

    private @Nullable Object onSubscription(Call call) throws Throwable {
        return call.name().equals("cancel") ? last(call) : inside(call);
    }

    private static Call withStandIn(Call call, @Nullable Object argument, StandIn.Interceptor interceptor) {
        if (argument == null
                || !ResultType.of(argument).isReplaceable(call.method().getParameterTypes()[0])) {
            return call;
        }
        return call.with(standIn(argument, interceptor));
    }

    private static @Nullable Object next(Call call, StandIn.Interceptor interceptor) throws Throwable {
        Object next = call.proceed();
        return next == null ? null : standIn(next, interceptor);
    }

    private @Nullable Object endingWithFalse(Call call) throws Throwable {
        Object isThereMore = inside(call);
        if (Boolean.FALSE.equals(isThereMore)) {
            end(null);
        }
        return isThereMore;
    }

    private @Nullable Object last(Call call) throws Throwable {
        Object result = inside(call);
        end(null);
        return result;
    }

    @SuppressWarnings("try") // the scopes are made current for their effect
    private @Nullable Object inside(Call call) throws Throwable {
        try (ISentryLifecycleToken current = work.enter()) {
            return call.proceed();
        } catch (Throwable failure) {
            end(isExhausted(call, failure) ? null : failure);
            throw failure;
        }
    }

    private static boolean isExhausted(Call call, Throwable failure) {
        return failure instanceof NoSuchElementException && call.name().startsWith("next");
    }

    private void end(@Nullable Throwable failure) {
        work.end(failure);
        unreachable.clean();
    }
}
