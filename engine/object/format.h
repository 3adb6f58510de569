#ifndef OBJECT_FORMAT_H
#define OBJECT_FORMAT_H
/* Format specifications: format(value, spec), f-strings, str.format, the % operator. */

#include "object/engine.h"

/* format(o, spec) for str, int, bool, float and other built-in types without Python code; owned.
 * object.__format__ for others: "unsupported format string passed to %s.__format__". */
Str *format_native(Engine *e, Obj *o, const Str *spec);
/* The method __format__(self, spec) of every type that format_native() knows. */
Obj *format_native_method(Engine *e, Obj *const *a);
/* 'text' % arguments; nested __str__ / __repr__ where needed. Owned. */
Str *format_percent(Engine *e, Str *text, Obj *arguments);
/* b'bytes' % arguments; owned. */
Obj *format_percent_bytes(Engine *e, Obj *bytes, Obj *arguments);

#endif
