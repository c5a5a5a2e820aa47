/** Recording calls of Hugging Face's servers and Hub. */
@NullMarked
package dev.sentryai.huggingface;

import org.jspecify.annotations.NullMarked;
