package dev.sentryai.protocol;

/** The type that the conventions give to an attribute's value. */
public enum AttributeType {
    /** Text, which may be JSON text. */
    STRING("string"),
    /** True or false. */
    BOOLEAN("boolean"),
    /** A whole number of 64 bits. */
    INTEGER("integer"),
    /** A finite floating-point number. */
    DOUBLE("double"),
    /** A list of {@link #STRING}. */
    STRING_ARRAY("string[]"),
    /** A list of {@link #BOOLEAN}. */
    BOOLEAN_ARRAY("boolean[]"),
    /** A list of {@link #INTEGER}. */
    INTEGER_ARRAY("integer[]"),
    /** A list of {@link #DOUBLE}. */
    DOUBLE_ARRAY("double[]");

    private final String word;

    AttributeType(String word) {
        this.word = word;
    }

    /**
     * Returns the type that the conventions call so, such as {@code string[]}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AttributeType parse(String word) {
        for (AttributeType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no attribute type is called \"" + word + '"');
    }

    /** Returns the conventions' word for the type, such as {@code string[]}. */
    @Override
    public String toString() {
        return word;
    }
}
