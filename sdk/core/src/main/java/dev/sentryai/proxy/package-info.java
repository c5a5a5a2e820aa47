/**
 * Wraps client libraries that consist of interfaces all the way down, so that one span stands for each logical call. It knows no
 * provider: a {@link dev.sentryai.proxy.ClientSpec} says which methods matter and how their requests and responses read.
 */
@NullMarked
package dev.sentryai.proxy;

import org.jspecify.annotations.NullMarked;
