/** What flows down from the surroundings of a call to its span: the pipeline's name, the conversation's id and attributes. */
@NullMarked
package dev.sentryai.context;

import org.jspecify.annotations.NullMarked;
