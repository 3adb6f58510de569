#ifndef MODEL_CAPTION_LINE_H
#define MODEL_CAPTION_LINE_H
/* For captions of a step that made no record: what a line of the source is. */

#include "model/caption.h"

/* A piece of a source line; not NUL-terminated. */
typedef struct {
    const char *text;
    size_t length;
} CaptionPiece;

/* The line without the spaces before it; empty where there is none. */
CaptionPiece caption_piece_line(const Caption *c, int line);
CaptionPiece caption_piece_skip(CaptionPiece p);
/* Past the word, where the piece begins with it and a space. */
bool caption_piece_take(CaptionPiece *p, const char *word);
/* Up to one of the characters, without the spaces before it. */
CaptionPiece caption_piece_cut(CaptionPiece p, const char *ends);

/* Says which function or class a line has just made, or what was imported; false: none of them. */
bool caption_definition(Caption *c);
/* Says that the body of a class was entered or left (the other is NULL); false: it is none. */
bool caption_class_body(Caption *c, const CsFrame *entered, const CsFrame *left);
/* Says which line runs next and what it does; `who` is empty where no task runs. */
void caption_next_line(Caption *c, ModelText who);

#endif
