#ifndef BASE_BLOCK_H
#define BASE_BLOCK_H
/* A block of memory that grows to hundreds of megabytes without being copied: where the system can,
 * its addresses are reserved once, memory comes as it grows, and beyond the first two megabytes in
 * large pages, since a fault for every 4 KiB would cost as much as writing the log itself.
 * Elsewhere it lies on the heap. */

#include "base/ledger.h"

typedef struct {
    unsigned char *bytes;
    size_t size;     /* usable bytes */
    size_t reserved; /* addresses; 0: on the heap */
} Block;

/* At least `needed` bytes, those that are there kept. False: refused, nothing changed. */
bool block_grow(Block *b, Ledger *l, size_t needed);
/* Gives back what lies behind the first `used` bytes. */
void block_fit(Block *b, Ledger *l, size_t used);
void block_clear(Block *b, Ledger *l);

#endif
