#ifndef OBJECT_MEMORYVIEW_H
#define OBJECT_MEMORYVIEW_H
/* memoryview: a look at the contents of a bytes object or a bytearray, of one dimension. */

#include "object/text.h"

/* The bytes that the view shows, one after the other; owned. ValueError once it is released. */
Obj *memoryview_bytes(Engine *e, Obj *o);
/* The same without copying: valid until the buffer changes. ValueError as above; BufferError when
 * the view takes only every n-th item. */
bool memoryview_span(Engine *e, const Obj *o, TextSpan *span);

#endif
