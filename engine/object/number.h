#ifndef OBJECT_NUMBER_H
#define OBJECT_NUMBER_H
/* What int and float have in common: reading the text of a number, pairs of results. */

#include "object/engine.h"

/* A place in UTF-8 text. */
typedef struct {
    const char *at, *end;
} NumberReader;

/* The text without the white space around it. */
NumberReader number_reader(const char *text, size_t size);
/* The next character as ASCII: digits of every script are '0' to '9'. 0 = the end, 1 = a character
 * that no number has. */
char number_peek(const NumberReader *r);
void number_advance(NumberReader *r);
/* Passes over the character if it is this one. */
bool number_take(NumberReader *r, char c);
/* A str, or bytes that are ASCII: everything else holds no number. */
bool number_is_text(const Obj *o);
/* Owned tuple of two owned objects, which are taken; NULL if one of them is NULL. */
Obj *number_pair(Engine *e, Obj *first, Obj *second);
/* What hash(o) and o.__hash__() give by the C slot of `type`: numbers have hashes that people know,
 * others' are 32 bits wide here. Owned int or NULL. */
Obj *number_hash(Engine *e, const Type *type, Obj *o);

#endif
