package dev.sentryai.proxy.mini;

public interface MiniClientAsync {

    MiniServiceAsync service();

    MiniClient sync();
}
