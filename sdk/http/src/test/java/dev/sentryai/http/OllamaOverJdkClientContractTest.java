package dev.sentryai.http;

import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.contract.ProviderContract;
import dev.sentryai.providertests.http.HttpProvider;
import dev.sentryai.providertests.http.JdkTransport;
import dev.sentryai.providertests.http.OllamaProtocol;

class OllamaOverJdkClientContractTest extends ProviderContract<JdkTransport> {

    @Override
    protected Provider<JdkTransport> provider() {
        return new HttpProvider<>(new OllamaProtocol(), new JdkClient());
    }
}
