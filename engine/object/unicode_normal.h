#ifndef OBJECT_UNICODE_NORMAL_H
#define OBJECT_UNICODE_NORMAL_H
/* Unicode's normal forms of a text. */

#include "base/common.h"

typedef enum { NORMAL_NFC, NORMAL_NFD, NORMAL_NFKC, NORMAL_NFKD } NormalForm;

/* Where the memory comes from: an arena or a region. `take` gives NULL when there is none; `give`
 * takes a block back, or is NULL where blocks are not given back one by one. */
typedef struct {
    void *owner;
    void *(*take)(void *owner, size_t size);
    void (*give)(void *owner, void *block);
} UnicodeMemory;

/* The text in the form, UTF-8 in a block of `m`, `*length` bytes without a final NUL; lone
 * surrogates stay. NULL: no memory. */
char *unicode_normalize(const UnicodeMemory *m, const char *text, size_t size, NormalForm form,
                        size_t *length);

#endif
