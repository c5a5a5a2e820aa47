/** The wire format of Hugging Face's text-generation-inference and of models on its Hub. */
@NullMarked
package dev.sentryai.format.huggingface;

import org.jspecify.annotations.NullMarked;
