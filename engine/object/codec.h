#ifndef OBJECT_CODEC_H
#define OBJECT_CODEC_H
/* Text encodings with CPython's error handlers: utf-8, utf-8-sig, ascii, latin-1, utf-16 and utf-32
 * (-le, -be or with a mark), unicode_escape and raw_unicode_escape. */

#include "object/str.h"

/* Owned bytes. `encoding` and `errors` NULL = utf-8, strict. LookupError for unknown ones,
 * UnicodeEncodeError. */
Obj *codec_encode(Engine *e, Str *text, const Str *encoding, const Str *errors);
/* Owned str of the bytes object's contents. LookupError, UnicodeDecodeError. */
Obj *codec_decode(Engine *e, Obj *bytes, const Str *encoding, const Str *errors);
/* The same of what may be the beginning of something longer: a character that is cut off at the end
 * is left, and `*used` says how many bytes were read. No mark is looked for. */
Obj *codec_decode_part(Engine *e, Obj *bytes, const Str *encoding, const Str *errors, size_t *used);
/* The name that errors of this encoding carry; NULL: LookupError. */
const char *codec_canonical(Engine *e, const Str *encoding);

/* An error handler's number; -1: LookupError. 0 is "strict". */
int codec_find_handler(Engine *e, const Str *name);
const char *codec_handler_name(int handler);
enum { CODEC_STRICT = 0, CODEC_BACKSLASH = 3 };

#endif
