package dev.sentryai.cohere;

import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.contract.ProviderContract;

class CohereContractTest extends ProviderContract<Clients> {

    @Override
    protected Provider<Clients> provider() {
        return new CohereProvider();
    }
}
