/** What flows down from the surroundings of a call to its span: the pipeline's name and the conversation's id. */
@NullMarked
package dev.sentryai.context;

import org.jspecify.annotations.NullMarked;
