package dev.sentryai.huggingface;

import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.contract.ProviderContract;
import dev.sentryai.providertests.http.HttpProvider;
import dev.sentryai.providertests.http.OkHttpTransport;

class TextGenerationOverOkHttpContractTest extends ProviderContract<OkHttpTransport> {

    @Override
    protected Provider<OkHttpTransport> provider() {
        return new HttpProvider<>(new TextGeneration(), new OkHttp());
    }
}
