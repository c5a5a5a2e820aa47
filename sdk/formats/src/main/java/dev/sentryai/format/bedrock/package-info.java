/** The wire formats of Amazon Bedrock: Converse, and the bodies with which models are invoked directly. */
@NullMarked
package dev.sentryai.format.bedrock;

import org.jspecify.annotations.NullMarked;
