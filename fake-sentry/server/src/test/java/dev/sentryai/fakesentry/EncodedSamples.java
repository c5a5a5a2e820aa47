package dev.sentryai.fakesentry;

/** The envelope of {@link FakeSentryIngestTest} in encodings that the JDK can't write, from the reference encoders. */
final class EncodedSamples {

    static final String ZSTD =
            "KLUv/SRk9QIAosUUG4C5Od3DN0iNi91IEjE2mQAgtqyXtlqmJakrFugxADliQrA4fSVpmh+USi9PYW5wwOkjFs8OeoyLEJJryfjRaJvgOpi6xRS17aHO"
                    + "6S0MHnPF7QQCAECFj3pQUN59O8o=";

    static final String BROTLI =
            "G2MAAKwK7Nbw2wllxYqb8d4NLeVeXVqKyNRkH5pZseikAteYXXOaM0wvcmxTV+CUA+YgoMKghQfFw8bYbhwtSNCft6LayhOpMqkmeOUH3bMP/ygQfGXV"
                    + "EHOjbYDdSG/4Fws=";

    private EncodedSamples() {}
}
