package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.rules.attribute.DeprecationRules;
import dev.sentryai.telemetry.rules.attribute.KeyRules;
import dev.sentryai.telemetry.rules.attribute.TypeRules;
import dev.sentryai.telemetry.rules.attribute.ValueRules;
import dev.sentryai.telemetry.rules.content.BinaryRules;
import dev.sentryai.telemetry.rules.content.DecisionRules;
import dev.sentryai.telemetry.rules.content.MessageRules;
import dev.sentryai.telemetry.rules.content.PartRules;
import dev.sentryai.telemetry.rules.content.SpanContentRules;
import dev.sentryai.telemetry.rules.content.TextRules;
import dev.sentryai.telemetry.rules.content.ToolRules;
import dev.sentryai.telemetry.rules.envelope.ContainerRules;
import dev.sentryai.telemetry.rules.envelope.EnvelopeRules;
import dev.sentryai.telemetry.rules.envelope.HeaderRules;
import dev.sentryai.telemetry.rules.envelope.ItemRules;
import dev.sentryai.telemetry.rules.envelope.RepeatedRules;
import dev.sentryai.telemetry.rules.envelope.SenderRules;
import dev.sentryai.telemetry.rules.envelope.SizeRules;
import dev.sentryai.telemetry.rules.mcp.McpRules;
import dev.sentryai.telemetry.rules.mcp.TransportRules;
import dev.sentryai.telemetry.rules.operation.KindRules;
import dev.sentryai.telemetry.rules.operation.ModelRules;
import dev.sentryai.telemetry.rules.operation.NameRules;
import dev.sentryai.telemetry.rules.operation.OpRules;
import dev.sentryai.telemetry.rules.operation.OperationNameRules;
import dev.sentryai.telemetry.rules.operation.PoorNameRules;
import dev.sentryai.telemetry.rules.operation.ProviderRules;
import dev.sentryai.telemetry.rules.operation.RequiredRules;
import dev.sentryai.telemetry.rules.operation.SettingRules;
import dev.sentryai.telemetry.rules.privacy.LeakRules;
import dev.sentryai.telemetry.rules.privacy.PolicyRules;
import dev.sentryai.telemetry.rules.privacy.SecretRules;
import dev.sentryai.telemetry.rules.readiness.CostReadinessRules;
import dev.sentryai.telemetry.rules.readiness.ReadinessRules;
import dev.sentryai.telemetry.rules.readiness.RegistryReadinessRules;
import dev.sentryai.telemetry.rules.span.IdRules;
import dev.sentryai.telemetry.rules.span.LimitRules;
import dev.sentryai.telemetry.rules.span.OriginRules;
import dev.sentryai.telemetry.rules.span.SegmentRules;
import dev.sentryai.telemetry.rules.span.StatusRules;
import dev.sentryai.telemetry.rules.span.StructureRules;
import dev.sentryai.telemetry.rules.span.TimeRules;
import dev.sentryai.telemetry.rules.subject.AttributeSubject;
import dev.sentryai.telemetry.rules.subject.ConversationSubject;
import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import dev.sentryai.telemetry.rules.trace.AgentRules;
import dev.sentryai.telemetry.rules.trace.ConversationRules;
import dev.sentryai.telemetry.rules.trace.PlacementRules;
import dev.sentryai.telemetry.rules.trace.ToolCallRules;
import dev.sentryai.telemetry.rules.trace.TraceRules;
import dev.sentryai.telemetry.rules.trace.TranscriptRules;
import dev.sentryai.telemetry.rules.usage.BudgetRules;
import dev.sentryai.telemetry.rules.usage.CostRules;
import dev.sentryai.telemetry.rules.usage.StreamRules;
import dev.sentryai.telemetry.rules.usage.TokenRules;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, by what it looks at. */
final class AllRules {

    static Stream<Rule<EnvelopeSubject>> envelope() {
        return Stream.of(
                        HeaderRules.all(),
                        EnvelopeRules.all(),
                        ContainerRules.all(),
                        ItemRules.all(),
                        SenderRules.all(),
                        RepeatedRules.all(),
                        SizeRules.all(),
                        ConversationRules.ofEnvelopes())
                .flatMap(List::stream);
    }

    static Stream<Rule<SpanSubject>> span() {
        return Stream.of(
                        StructureRules.all(),
                        IdRules.all(),
                        TimeRules.all(),
                        StatusRules.all(),
                        SegmentRules.all(),
                        OriginRules.all(),
                        LimitRules.all(),
                        OpRules.all(),
                        OperationNameRules.all(),
                        NameRules.all(),
                        RequiredRules.all(),
                        ModelRules.all(),
                        ProviderRules.all(),
                        PoorNameRules.all(),
                        KindRules.all(),
                        SettingRules.all(),
                        TokenRules.all(),
                        StreamRules.all(),
                        CostRules.all(),
                        BudgetRules.all(),
                        McpRules.all(),
                        TransportRules.all(),
                        SpanContentRules.all(),
                        DecisionRules.all(),
                        PolicyRules.all(),
                        LeakRules.all())
                .flatMap(List::stream);
    }

    static Stream<Rule<AttributeSubject>> attribute() {
        return Stream.of(KeyRules.all(), DeprecationRules.all(), TypeRules.all(), ValueRules.all())
                .flatMap(List::stream);
    }

    static Stream<Rule<ContentSubject>> content() {
        return Stream.of(
                        TextRules.all(),
                        MessageRules.all(),
                        PartRules.all(),
                        BinaryRules.all(),
                        ToolRules.all(),
                        SecretRules.all(),
                        LeakRules.ofContent())
                .flatMap(List::stream);
    }

    static Stream<Rule<TraceSubject>> trace() {
        return Stream.of(
                        PlacementRules.all(),
                        TraceRules.all(),
                        AgentRules.all(),
                        ToolCallRules.all(),
                        ConversationRules.all(),
                        PolicyRules.ofTraces(),
                        BudgetRules.ofTraces(),
                        ReadinessRules.all(),
                        CostReadinessRules.all(),
                        RegistryReadinessRules.all())
                .flatMap(List::stream);
    }

    static Stream<Rule<ConversationSubject>> conversation() {
        return Stream.of(TranscriptRules.all(), BudgetRules.ofConversations()).flatMap(List::stream);
    }

    private AllRules() {}
}
