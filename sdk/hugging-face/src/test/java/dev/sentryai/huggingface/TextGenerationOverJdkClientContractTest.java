package dev.sentryai.huggingface;

import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.contract.ProviderContract;
import dev.sentryai.providertests.http.HttpProvider;
import dev.sentryai.providertests.http.JdkTransport;

class TextGenerationOverJdkClientContractTest extends ProviderContract<JdkTransport> {

    @Override
    protected Provider<JdkTransport> provider() {
        return new HttpProvider<>(new TextGeneration(), new JdkClient());
    }
}
