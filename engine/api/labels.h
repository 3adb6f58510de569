#ifndef API_LABELS_H
#define API_LABELS_H
/* Texts that repeat in a record, names of tasks and of what handles call: each is kept once. */

#include "base/common.h"

enum { LABELS_REMEMBERED = 256 };

typedef struct {
    uint32_t hash, number; /* 0 = free */
} LabelSlot;

typedef struct {
    char **texts; /* malloc'ed, by number; texts[0] is "" */
    uint32_t count, capacity;
    LabelSlot *slots; /* open addressing; a power of two of them */
    size_t slot_count;
    size_t bytes; /* of the texts */
    struct {
        uint32_t id, number;
    } remembered[LABELS_REMEMBERED]; /* by the id of the object that holds the text */
} Labels;

bool labels_init(Labels *l);
void labels_clear(Labels *l);
/* The number of this text; 0 when memory is gone. `id` is that of a string object of the program,
 * which always has the same text, or 0. */
uint32_t labels_intern(Labels *l, const char *text, uint32_t id);
size_t labels_memory(const Labels *l);

#endif
