package dev.sentryai.sentry;

import io.sentry.DataCategory;
import io.sentry.IScopes;
import io.sentry.SentryEnvelope;
import io.sentry.SentryEnvelopeHeader;
import io.sentry.SentryEnvelopeItem;
import io.sentry.SentryItemType;
import io.sentry.SentryOptions;
import io.sentry.clientreport.DiscardReason;
import java.util.List;

/** What the Sentry SDK tells of data that was lost. Stateless. */
public final class ClientReports {

    private ClientReports() {}

    /** Sends what has been counted as lost, if there is anything; usually it waits for another envelope. */
    public static void sendReport(IScopes scopes) {
        SentryOptions options = scopes.getOptions();
        SentryEnvelope empty =
                new SentryEnvelope(new SentryEnvelopeHeader(null, options.getSdkVersion(), null), List.of());
        SentryEnvelope report = options.getClientReportRecorder().attachReportToEnvelope(empty);
        if (report != empty) {
            scopes.captureEnvelope(report);
        }
    }

    /** Counts what is in an envelope that did not arrive; counts in its client report are counted again. */
    public static void countLost(SentryOptions options, DiscardReason reason, SentryEnvelope envelope) {
        options.getClientReportRecorder().recordLostEnvelope(reason, envelope);
    }

    /** Counts again what is in the client report of an envelope that did not arrive. */
    public static void countReportsAgain(SentryOptions options, SentryEnvelope envelope) {
        for (SentryEnvelopeItem item : envelope.getItems()) {
            if (item.getHeader().getType() == SentryItemType.ClientReport) {
                options.getClientReportRecorder().recordLostEnvelopeItem(DiscardReason.NETWORK_ERROR, item);
            }
        }
    }

    /** Counts spans that are not sent, for the client report. */
    public static void countLostSpans(SentryOptions options, DiscardReason reason, long count) {
        options.getClientReportRecorder().recordLostEvent(reason, DataCategory.Span, count);
    }
}
