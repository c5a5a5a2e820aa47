package dev.sentryai.http;

import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.contract.ProviderContract;
import dev.sentryai.providertests.http.AnthropicProtocol;
import dev.sentryai.providertests.http.HttpProvider;
import dev.sentryai.providertests.http.OkHttpTransport;

class AnthropicOverOkHttpContractTest extends ProviderContract<OkHttpTransport> {

    @Override
    protected Provider<OkHttpTransport> provider() {
        return new HttpProvider<>(new AnthropicProtocol(), new OkHttp());
    }
}
