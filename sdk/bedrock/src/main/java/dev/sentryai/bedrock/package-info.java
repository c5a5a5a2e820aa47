/** gen_ai spans for the Bedrock Runtime clients of the AWS SDK. */
@NullMarked
package dev.sentryai.bedrock;

import org.jspecify.annotations.NullMarked;
