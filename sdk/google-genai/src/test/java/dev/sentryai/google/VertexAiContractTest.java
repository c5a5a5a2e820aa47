package dev.sentryai.google;

import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.contract.ProviderContract;

class VertexAiContractTest extends ProviderContract<Connection> {

    @Override
    protected Provider<Connection> provider() {
        return new GoogleGenAiProvider(true);
    }
}
