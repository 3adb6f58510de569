#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, madvise() */

#include "base/block.h"

#include <stdlib.h>

#if defined(__unix__) && SIZE_MAX > UINT32_MAX
#include <sys/mman.h>
#define RESERVES 1
#else
#define RESERVES 0
#endif

/* The first megabytes come in small steps: most programs need no more than one. */
enum { SMALL_STEP = 4 << 10, LARGE_PAGE = 2 << 20, STEP_PART = 8 };

static size_t round_up(size_t size, size_t unit) {
    return (size + unit - 1) / unit * unit;
}

/* What it grows to where there is room. */
static size_t generous(const Block *b, size_t needed) {
    if (needed <= LARGE_PAGE) {
        size_t size = b->size * 2;
        return round_up(size > needed ? size : needed, SMALL_STEP);
    }
    size_t size = b->size + b->size / STEP_PART;
    return round_up(size > needed ? size : needed, LARGE_PAGE);
}

#if RESERVES

/* Reserved addresses cost nothing; so many that one block alone can take all that is allowed. */
static void reserve(Block *b, const Ledger *l) {
    const size_t most = (size_t)64 << 30;
    size_t size = round_up(l->limit < most ? l->limit : most, LARGE_PAGE) + LARGE_PAGE;
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
    unsigned char *found = mmap(NULL, size + LARGE_PAGE, PROT_NONE, flags, -1, 0);
    if (found == MAP_FAILED) return;
    size_t before = round_up((uintptr_t)found, LARGE_PAGE) - (uintptr_t)found;
    if (before) munmap(found, before);
    if (before < LARGE_PAGE) munmap(found + before + size, LARGE_PAGE - before);
    b->bytes = found + before;
    b->reserved = size;
}

static bool open_pages(Block *b, size_t size) {
    if (size > b->reserved) return false;
    if (mprotect(b->bytes, size, PROT_READ | PROT_WRITE) != 0) return false;
    /* Only a hint: where it is not taken the pages are small. */
    if (size > LARGE_PAGE) (void)madvise(b->bytes, size, MADV_HUGEPAGE);
    return true;
}

static void close_pages(Block *b, size_t size) {
    (void)madvise(b->bytes + size, b->size - size, MADV_DONTNEED);
    (void)mprotect(b->bytes + size, b->size - size, PROT_NONE);
}

static void release(Block *b) {
    munmap(b->bytes, b->reserved);
}

#else

static void reserve(Block *b, const Ledger *l) {
    (void)b;
    (void)l;
}

static bool open_pages(Block *b, size_t size) {
    (void)b;
    (void)size;
    return false;
}

static void close_pages(Block *b, size_t size) {
    (void)b;
    (void)size;
}

static void release(Block *b) {
    (void)b;
}

#endif

static bool grow_on_heap(Block *b, size_t size) {
    unsigned char *fresh = realloc(b->bytes, size);
    if (!fresh) return false;
    b->bytes = fresh;
    return true;
}

/* Whoever makes room may make this very block smaller. */
static bool take(const Block *b, Ledger *l, size_t size) {
    for (size_t before = b->size; ledger_take(l, size - before); before = b->size) {
        if (b->size == before) return true;
        ledger_give(l, size - before);
    }
    return false;
}

static bool resize(Block *b, Ledger *l, size_t size) {
    if (!take(b, l, size)) return false;
    if (!b->bytes) reserve(b, l);
    bool ok = b->reserved ? open_pages(b, size) : grow_on_heap(b, size);
    if (!ok) {
        ledger_give(l, size - b->size);
        l->refused = true;
        return false;
    }
    b->size = size;
    return true;
}

bool block_grow(Block *b, Ledger *l, size_t needed) {
    if (needed <= b->size) return true;
    bool refused = l->refused;
    if (resize(b, l, generous(b, needed))) return true;
    l->refused = refused;
    return resize(b, l, round_up(needed, SMALL_STEP));
}

void block_fit(Block *b, Ledger *l, size_t used) {
    size_t size = round_up(used, SMALL_STEP);
    if (size >= b->size) return;
    if (b->reserved) {
        close_pages(b, size);
    } else if (!size || !grow_on_heap(b, size)) {
        return;
    }
    ledger_give(l, b->size - size);
    b->size = size;
}

void block_clear(Block *b, Ledger *l) {
    if (b->reserved) {
        release(b);
    } else {
        free(b->bytes);
    }
    ledger_give(l, b->size);
    *b = (Block){0};
}
