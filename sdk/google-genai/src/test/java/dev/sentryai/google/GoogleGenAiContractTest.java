package dev.sentryai.google;

import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.contract.ProviderContract;

class GoogleGenAiContractTest extends ProviderContract<Connection> {

    @Override
    protected Provider<Connection> provider() {
        return new GoogleGenAiProvider(false);
    }
}
