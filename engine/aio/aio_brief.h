#ifndef AIO_AIO_BRIEF_H
#define AIO_AIO_BRIEF_H
/* Short reprs, with the limits of Python's reprlib: how futures show their results. */

#include "aio/aio.h"

/* Appends; false: an exception is set. */
bool aio_brief(StrBuf *b, Obj *o);

#endif
