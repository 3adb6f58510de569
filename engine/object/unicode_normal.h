#ifndef OBJECT_UNICODE_NORMAL_H
#define OBJECT_UNICODE_NORMAL_H
/* Unicode's normal forms of a str. */

#include "object/str.h"

typedef enum { NORMAL_NFC, NORMAL_NFD, NORMAL_NFKC, NORMAL_NFKD } NormalForm;

/* Owned: the str itself where it is in this form. NULL: MemoryError. */
Str *unicode_normalize(Engine *e, Str *s, NormalForm form);

#endif
