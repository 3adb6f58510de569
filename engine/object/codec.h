#ifndef OBJECT_CODEC_H
#define OBJECT_CODEC_H
/* Text encodings: utf-8, ascii and latin-1, with CPython's error handlers. */

#include "object/str.h"

/* Owned bytes. `encoding` and `errors` NULL = utf-8, strict. LookupError for unknown ones,
 * UnicodeEncodeError. */
Obj *codec_encode(Engine *e, Str *text, const Str *encoding, const Str *errors);
/* Owned str of the bytes object's contents. LookupError, UnicodeDecodeError. */
Obj *codec_decode(Engine *e, Obj *bytes, const Str *encoding, const Str *errors);

#endif
