package dev.sentryai.bedrock;

import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.contract.ProviderContract;

class InvokedClaudeContractTest extends ProviderContract<Clients> {

    @Override
    protected Provider<Clients> provider() {
        return new InvokedClaude();
    }
}
