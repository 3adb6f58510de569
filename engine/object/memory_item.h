#ifndef OBJECT_MEMORY_ITEM_H
#define OBJECT_MEMORY_ITEM_H
/* The items of a memoryview: what the letters of its format mean, as on a machine of 64 bits whose
 * numbers begin with the lowest byte. */

#include "object/object.h"

typedef enum { MEMORY_SIGNED, MEMORY_UNSIGNED, MEMORY_CHAR, MEMORY_BOOL, MEMORY_FLOAT } MemoryClass;

typedef struct {
    char letter;
    uint8_t size; /* bytes */
    uint8_t class_;
} MemoryItem;

/* The item that a format such as "B" or "@h" names; NULL: none. */
const MemoryItem *memory_item_find(const char *format);
/* A byte whatever it is shown as: B, b and c. */
bool memory_item_is_byte(const MemoryItem *item);
Obj *memory_item_read(Engine *e, const MemoryItem *item, const unsigned char *from); /* owned */
/* TypeError "memoryview: invalid type for format 'B'", ValueError "... invalid value ...". */
bool memory_item_write(Engine *e, const MemoryItem *item, Obj *value, unsigned char *to);

#endif
