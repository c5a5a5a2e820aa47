package dev.sentryai;

import static java.util.Objects.requireNonNull;

import dev.sentryai.content.CardNumbers;
import dev.sentryai.content.Credentials;
import dev.sentryai.content.EmailAddresses;

/**
 * Takes out of the content of AI calls what nobody else shall see, before it is sent:
 *
 * <pre>{@code
 * ai.setContentFilter(ContentFilter.credentials()
 *         .andThen(ContentFilter.emailAddresses())
 *         .andThen(text -> text.replace(customer, "[customer]")));
 * }</pre>
 *
 * <p>Filters that are here find what has a form of its own. They do not know names, phone numbers or addresses.
 * Implementations must be thread-safe, and quick: they run on the threads that make the calls.
 */
@FunctionalInterface
public interface ContentFilter {

    /**
     * Returns the text without what shall not be seen.
     *
     * @param text what one message says, or one text or number inside of a tool's arguments or its result; unescaped
     * @return what is sent instead, which may be the very text
     */
    String filter(String text);

    /**
     * Returns a filter that filters what this one leaves.
     *
     * @param next gets the result of this one
     */
    default ContentFilter andThen(ContentFilter next) {
        requireNonNull(next, "next");
        return text -> next.filter(filter(text));
    }

    /** Returns all filters that are here, one after the other. */
    static ContentFilter standard() {
        return credentials().andThen(cardNumbers()).andThen(emailAddresses());
    }

    /**
     * Returns a filter that replaces API keys and tokens by {@code [Filtered]}: those of OpenAI, Anthropic, Google, AWS,
     * Hugging Face, Groq, xAI, Replicate, GitHub, GitLab, npm, Slack, Stripe, SendGrid and Sentry, JSON Web Tokens, what
     * follows {@code Bearer}, private keys in PEM form, and passwords in URLs.
     */
    static ContentFilter credentials() {
        return Credentials::filter;
    }

    /** Returns a filter that replaces e-mail addresses by {@code [email]}. */
    static ContentFilter emailAddresses() {
        return EmailAddresses::filter;
    }

    /**
     * Returns a filter that replaces the numbers of payment cards by {@code [creditcard]}: 13 to 19 digits, also in groups
     * parted by blanks or hyphens, with the right first and check digits.
     */
    static ContentFilter cardNumbers() {
        return CardNumbers::filter;
    }
}
