package dev.sentryai.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        .*/deployments/([^/]+)/chat/completions | /chat/completions
        .*/models/([^/:]+):generateContent | :generateContent
        .*/v[12]/embed | /embed
        .*/models/([^:]+) | /models/
        .*/pipeline/feature-extraction/(.+) | /pipeline/feature-extraction/
        / | /
        """)
    void theLongestLiteralIsLookedFor(String expression, String literal) {
        assertThat(PathPattern.of(expression).literal()).isEqualTo(literal);
    }

    @Test
    void everyRouteIsFoundByItsLiteral() {
        assertThat(Routes.all())
                .allSatisfy(route -> assertThat(route.path().literal()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/orders/17/items", "/login", "/graphql", "/v1/users", "/index.html"})
    void mostOtherPathsAreToldApartWithoutTheExpression(String path) {
        assertThat(Routes.all()).noneMatch(route -> route.path().mayMatch(path));
    }

    @Test
    void aPathMayNameTheModel() {
        PathPattern pattern = PathPattern.of(".*/model/(.+)/invoke");

        assertThat(pattern.model("/model/a/b/invoke")).isEqualTo("a/b");
        assertThat(pattern.model("/other")).isEmpty();
        assertThat(PathPattern.of(".*/v1/messages").model("/v1/messages")).isEmpty();
    }
}
