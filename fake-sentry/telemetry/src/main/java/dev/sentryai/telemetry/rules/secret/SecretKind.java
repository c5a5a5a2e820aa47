package dev.sentryai.telemetry.rules.secret;

/** What is detected. The set is fixed: the same text has the same findings in every release with the same kinds. */
public enum SecretKind {
    OPENAI_KEY(Group.KEY, "API key of OpenAI"),
    ANTHROPIC_KEY(Group.KEY, "API key of Anthropic"),
    AWS_KEY(Group.KEY, "access key of AWS"),
    GOOGLE_KEY(Group.KEY, "API key of Google"),
    GITHUB_TOKEN(Group.KEY, "token of GitHub"),
    GITLAB_TOKEN(Group.KEY, "token of GitLab"),
    SLACK_TOKEN(Group.KEY, "token of Slack"),
    SENTRY_TOKEN(Group.KEY, "token of Sentry"),
    STRIPE_KEY(Group.KEY, "key of Stripe"),
    HUGGING_FACE_TOKEN(Group.KEY, "token of Hugging Face"),
    GROQ_KEY(Group.KEY, "API key of Groq"),
    XAI_KEY(Group.KEY, "API key of xAI"),
    NPM_TOKEN(Group.KEY, "token of npm"),
    /** Random text that is assigned to a name with key, secret or token in it. */
    ASSIGNED_KEY(Group.KEY, "key or token"),
    JWT(Group.TOKEN, "JSON Web Token"),
    BEARER(Group.TOKEN, "bearer token"),
    BASIC(Group.TOKEN, "basic authentication"),
    PRIVATE_KEY(Group.CREDENTIAL, "private key"),
    PASSWORD(Group.CREDENTIAL, "password"),
    URL_PASSWORD(Group.CREDENTIAL, "URL with a password"),
    EMAIL(Group.PERSONAL, "e-mail address"),
    PHONE(Group.PERSONAL, "phone number"),
    CARD(Group.PERSONAL, "card number"),
    IBAN(Group.PERSONAL, "IBAN"),
    SSN(Group.PERSONAL, "social security number"),
    IP_ADDRESS(Group.PERSONAL, "IP address");

    private final Group group;
    private final String label;

    SecretKind(Group group, String label) {
        this.group = group;
        this.label = label;
    }

    public Group group() {
        return group;
    }

    /** Whether Sentry's default scrubbing replaces it inside of messages. */
    public boolean isScrubbedInMessages() {
        return switch (this) {
            case EMAIL, CARD, IBAN, SSN, BEARER -> true;
            default -> false;
        };
    }

    /** Returns the name that people use. */
    @Override
    public String toString() {
        return label;
    }

    /** Kinds that are judged alike. */
    public enum Group {
        KEY,
        TOKEN,
        CREDENTIAL,
        PERSONAL
    }
}
