package dev.sentryai.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WithoutOkHttpTest {

    /** In a class loader that has all there is on this class path but OkHttp. */
    @Test
    void theClientOfTheJdkIsWrappedWhereThereIsNoOkHttp() throws Exception {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("okhttp") && !entry.contains("okio") && !entry.contains("kotlin")) {
                classPath.add(new File(entry).toURI().toURL());
            }
        }
        try (URLClassLoader without =
                new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> without.loadClass("okhttp3.OkHttpClient"))
                    .isInstanceOf(ClassNotFoundException.class);

            Object works = without.loadClass(WithoutOkHttp.class.getName())
                    .asSubclass(Supplier.class)
                    .getDeclaredConstructor()
                    .newInstance()
                    .get();

            assertThat(works).isEqualTo(true);
        }
    }
}
