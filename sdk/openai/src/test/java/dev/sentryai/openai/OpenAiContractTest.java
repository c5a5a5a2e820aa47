package dev.sentryai.openai;

import com.openai.client.OpenAIClient;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.contract.ProviderContract;

class OpenAiContractTest extends ProviderContract<OpenAIClient> {

    @Override
    protected Provider<OpenAIClient> provider() {
        return new ChatProvider();
    }
}
