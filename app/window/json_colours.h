#ifndef WINDOW_JSON_COLOURS_H
#define WINDOW_JSON_COLOURS_H
/* A line of a lesson file in the colours of its parts. */

#include "scene/scene.h"

/* The line need not be sound JSON. */
void json_colours(Scene *s, const char *line, size_t length, float x, float baseline);

#endif
