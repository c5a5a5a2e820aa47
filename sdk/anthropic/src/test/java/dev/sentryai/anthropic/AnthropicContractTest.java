package dev.sentryai.anthropic;

import com.anthropic.client.AnthropicClient;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.contract.ProviderContract;

class AnthropicContractTest extends ProviderContract<AnthropicClient> {

    @Override
    protected Provider<AnthropicClient> provider() {
        return new AnthropicProvider();
    }
}
