package dev.sentryai.protocol;

/** Those attribute keys of the Sentry conventions 0.33.0 outside {@code gen_ai.*} that spans of AI applications commonly carry. */
public final class CommonAttributes {

    /** What kind of failure ended the operation: an exception's class name or a short word. */
    public static final String ERROR_TYPE = "error.type";

    /** The message of an exception. */
    public static final String EXCEPTION_MESSAGE = "exception.message";

    /** The stack trace of an exception as text. */
    public static final String EXCEPTION_STACKTRACE = "exception.stacktrace";

    /** The class of an exception. */
    public static final String EXCEPTION_TYPE = "exception.type";

    /** The method of an HTTP request. */
    public static final String HTTP_REQUEST_METHOD = "http.request.method";

    /** The status code of an HTTP response. */
    public static final String HTTP_RESPONSE_STATUS_CODE = "http.response.status_code";

    /** The transport below the protocol, such as {@code tcp} or {@code pipe}. */
    public static final String NETWORK_TRANSPORT = "network.transport";

    /** The name of the operating system. */
    public static final String OS_NAME = "os.name";

    /** The version of the operating system. */
    public static final String OS_VERSION = "os.version";

    /** The id of the process. */
    public static final String PROCESS_PID = "process.pid";

    /** The name of the runtime, such as the JVM's. */
    public static final String PROCESS_RUNTIME_NAME = "process.runtime.name";

    /** The version of the runtime. */
    public static final String PROCESS_RUNTIME_VERSION = "process.runtime.version";

    /** What a span is about. */
    public static final String SENTRY_DESCRIPTION = "sentry.description";

    /** The distribution of the release. */
    public static final String SENTRY_DIST = "sentry.dist";

    /** The environment, such as {@code production}. */
    public static final String SENTRY_ENVIRONMENT = "sentry.environment";

    /** Whether a span's parent is in another process. */
    public static final String SENTRY_IS_REMOTE = "sentry.is_remote";

    /** The kind of a span: {@code client}, {@code server}, {@code producer}, {@code consumer} or {@code internal}. */
    public static final String SENTRY_KIND = "sentry.kind";

    /** The op of a span, see {@link GenAiOps}. */
    public static final String SENTRY_OP = "sentry.op";

    /** What made a span, such as {@code auto.ai.openai}. */
    public static final String SENTRY_ORIGIN = "sentry.origin";

    /** The platform of the SDK. */
    public static final String SENTRY_PLATFORM = "sentry.platform";

    /** The id of the profiler that ran. */
    public static final String SENTRY_PROFILER_ID = "sentry.profiler_id";

    /** The release of the application. */
    public static final String SENTRY_RELEASE = "sentry.release";

    /** The id of the session replay. */
    public static final String SENTRY_REPLAY_ID = "sentry.replay_id";

    /** The name of the SDK. */
    public static final String SENTRY_SDK_NAME = "sentry.sdk.name";

    /** The version of the SDK. */
    public static final String SENTRY_SDK_VERSION = "sentry.sdk.version";

    /** The id of the root span of the service. */
    public static final String SENTRY_SEGMENT_ID = "sentry.segment.id";

    /** The name of the root span of the service. */
    public static final String SENTRY_SEGMENT_NAME = "sentry.segment.name";

    /** Where the segment's name comes from, such as {@code route}. */
    public static final String SENTRY_SEGMENT_NAME_SOURCE = "sentry.segment.name.source";

    /** The status of a span: {@code ok} or {@code error}. */
    public static final String SENTRY_STATUS = "sentry.status";

    /** More about the status of a span. */
    public static final String SENTRY_STATUS_MESSAGE = "sentry.status.message";

    /** How the spans of a trace travel: {@code stream} or {@code static}. */
    public static final String SENTRY_TRACE_LIFECYCLE = "sentry.trace_lifecycle";

    /** The host name or address of the server that was called. */
    public static final String SERVER_ADDRESS = "server.address";

    /** The port of the server that was called. */
    public static final String SERVER_PORT = "server.port";

    /** The name of the service. */
    public static final String SERVICE_NAME = "service.name";

    /** The version of the service. */
    public static final String SERVICE_VERSION = "service.version";

    /** The id of the thread; an integer. */
    public static final String THREAD_ID = "thread.id";

    /** The name of the thread. */
    public static final String THREAD_NAME = "thread.name";

    /** The user's e-mail address. */
    public static final String USER_EMAIL = "user.email";

    /** The user's id. */
    public static final String USER_ID = "user.id";

    /** The user's IP address. */
    public static final String USER_IP_ADDRESS = "user.ip_address";

    /** The user's name in the application. */
    public static final String USER_NAME = "user.name";

    private CommonAttributes() {}
}
