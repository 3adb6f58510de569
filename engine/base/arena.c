#define _DEFAULT_SOURCE /* madvise() */

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#if defined(__linux__) && SIZE_MAX > UINT32_MAX
#include <sys/mman.h>
#define HAS_LARGE_PAGES 1
#else
#define HAS_LARGE_PAGES 0
#endif

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define POISON(p, n)   __asan_poison_memory_region((p), (n))
#define UNPOISON(p, n) __asan_unpoison_memory_region((p), (n))
#else
#define POISON(p, n)   ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#endif

/* What a page is used for: free, the first or a later page of a large block, or a size class. */
enum { PAGE_FREE = 0, PAGE_LARGE = 254, PAGE_TAIL = 255 };

typedef struct FreeBlock {
    struct FreeBlock *next;
} FreeBlock;

struct ArenaState {
    FreeBlock *free_blocks[ARENA_CLASSES];
    uint32_t first_page; /* the first page that is not root */
    uint32_t sealed_end; /* pages from first_page up to here are sealed */
    uint32_t pages;      /* pages in the whole arena */
    uint32_t peak;       /* one past the highest page ever used */
    uint32_t search;     /* no free page lies below this one */
    uint32_t sealed;
    uint64_t used;          /* bytes in live blocks */
    uint32_t run[4096 * 2]; /* for the first page of a large block: its length in pages */
    uint8_t kind[4096 * 2]; /* PAGE_FREE, PAGE_LARGE, PAGE_TAIL or size class + 1 */
};

/* Spacing grows with size so that no block wastes more than a quarter. */
static const uint16_t class_sizes[ARENA_CLASSES] = {
    16,  32,  48,  64,  80,  96,  112, 128, 144, 160, 176,  192,  208,  224,  240,  256,
    288, 320, 352, 384, 448, 512, 576, 640, 768, 896, 1024, 1280, 1536, 2048, 2720, 4096};

static uint8_t class_of(size_t size) {
    if (size <= 256) return (uint8_t)(size == 0 ? 0 : (size - 1) / 16);
    uint8_t c = 16;
    while (class_sizes[c] < size) c++;
    return c;
}

static size_t page_index(const Arena *a, const void *p) {
    return (size_t)((const unsigned char *)p - a->base) / ARENA_PAGE;
}

/* A large arena comes in the system's large pages: a fault for every 4 KiB that a program touches
 * first costs as much as a tenth of its run. Only a hint: elsewhere the pages are small. */
enum { LARGE_PAGE = 2 << 20 };

static size_t alignment_for(size_t size) {
    return HAS_LARGE_PAGES && size >= 2 * (size_t)LARGE_PAGE ? LARGE_PAGE : ARENA_PAGE;
}

static void ask_for_large_pages(const Arena *a) {
#if HAS_LARGE_PAGES
    size_t size = a->size / LARGE_PAGE * LARGE_PAGE;
    if (alignment_for(a->size) == LARGE_PAGE) (void)madvise(a->base, size, MADV_HUGEPAGE);
#else
    (void)a, (void)end;
#endif
}

bool arena_create(Arena *a, size_t size, size_t root_extra) {
    size_t root = (sizeof(ArenaState) + 63) / 64 * 64 + root_extra;
    root = (root + ARENA_PAGE - 1) / ARENA_PAGE * ARENA_PAGE;
    size = (size + ARENA_PAGE - 1) / ARENA_PAGE * ARENA_PAGE;
    if (size / ARENA_PAGE > COUNT_OF(((ArenaState *)0)->kind) || root + ARENA_PAGE > size) {
        return false;
    }
    size_t alignment = alignment_for(size);
    a->block = calloc(1, size + alignment);
    if (!a->block) return false;
    uintptr_t start = ((uintptr_t)a->block + alignment - 1) / alignment * alignment;
    a->base = (unsigned char *)start;
    a->size = size;
    ask_for_large_pages(a);
    a->root_size = root;
    a->state = (ArenaState *)(void *)a->base;
    ArenaState *s = a->state;
    s->first_page = s->sealed_end = s->peak = s->search = (uint32_t)(root / ARENA_PAGE);
    s->pages = (uint32_t)(size / ARENA_PAGE);
    return true;
}

void arena_destroy(Arena *a) {
    if (a->block) arena_unpoison(a, a->size);
    free(a->block);
    memset(a, 0, sizeof *a);
}

void *arena_root(Arena *a) {
    return a->base + (sizeof(ArenaState) + 63) / 64 * 64;
}

/* First fit: the lowest run of `count` free pages, so that the peak stays low. */
static uint32_t find_pages(ArenaState *s, uint32_t count) {
    while (s->search < s->pages && s->kind[s->search] != PAGE_FREE) s->search++;
    uint32_t run = 0;
    for (uint32_t p = s->search; p < s->pages; p++) {
        run = s->kind[p] == PAGE_FREE ? run + 1 : 0;
        if (run == count) return p + 1 - count;
    }
    return UINT32_MAX;
}

static void *alloc_pages(Arena *a, uint32_t count) {
    ArenaState *s = a->state;
    uint32_t first = find_pages(s, count);
    if (first == UINT32_MAX) return NULL;
    s->kind[first] = PAGE_LARGE;
    s->run[first] = count;
    for (uint32_t i = 1; i < count; i++) s->kind[first + i] = PAGE_TAIL;
    if (first + count > s->peak) s->peak = first + count;
    return a->base + (size_t)first * ARENA_PAGE;
}

static bool refill(Arena *a, uint8_t class) {
    unsigned char *page = alloc_pages(a, 1);
    if (!page) return false;
    ArenaState *s = a->state;
    s->kind[page_index(a, page)] = (uint8_t)(class + 1);
    UNPOISON(page, ARENA_PAGE);
    size_t size = class_sizes[class], count = ARENA_PAGE / size;
    for (size_t i = count; i-- > 0;) { /* pushed from the end: blocks are handed out upwards */
        FreeBlock *b = (FreeBlock *)(void *)(page + i * size);
        b->next = s->free_blocks[class];
        s->free_blocks[class] = b;
        POISON(b, size);
    }
    return true;
}

/* By two writes of a size that the compiler knows, which may overlap: no call, no loop. */
static void zero_block(unsigned char *block, size_t size) {
    if (size <= 32) {
        memset(block, 0, 16);
        memset(block + size - 16, 0, 16);
    } else if (size <= 64) {
        memset(block, 0, 32);
        memset(block + size - 32, 0, 32);
    } else if (size <= 128) {
        memset(block, 0, 64);
        memset(block + size - 64, 0, 64);
    } else if (size <= 256) {
        memset(block, 0, 64);
        memset(block + 64, 0, 64);
        memset(block + size - 128, 0, 64);
        memset(block + size - 64, 0, 64);
    } else {
        memset(block, 0, size);
    }
}

void *arena_alloc(Arena *a, size_t size) {
    ArenaState *s = a->state;
    if (size > a->size) return NULL;
    if (size > class_sizes[ARENA_CLASSES - 1]) {
        uint32_t count = (uint32_t)((size + ARENA_PAGE - 1) / ARENA_PAGE);
        void *block = alloc_pages(a, count);
        if (!block) return NULL;
        UNPOISON(block, (size_t)count * ARENA_PAGE);
        memset(block, 0, (size_t)count * ARENA_PAGE);
        s->used += (size_t)count * ARENA_PAGE;
        return block;
    }
    uint8_t class = class_of(size);
    if (!s->free_blocks[class] && !refill(a, class)) return NULL;
    FreeBlock *b = s->free_blocks[class];
    UNPOISON(b, class_sizes[class]);
    s->free_blocks[class] = b->next;
    zero_block((unsigned char *)b, class_sizes[class]);
    s->used += class_sizes[class];
    return b;
}

size_t arena_usable(const Arena *a, const void *block) {
    const ArenaState *s = a->state;
    size_t page = page_index(a, block);
    ASSERT(page >= s->first_page && page < s->pages, "block lies outside the arena");
    if (s->kind[page] == PAGE_LARGE) return (size_t)s->run[page] * ARENA_PAGE;
    ASSERT(s->kind[page] != PAGE_FREE && s->kind[page] != PAGE_TAIL, "not the start of a block");
    return class_sizes[s->kind[page] - 1];
}

static void free_large(ArenaState *s, void *block, size_t page) {
    size_t size = (size_t)s->run[page] * ARENA_PAGE;
    s->used -= size;
    for (uint32_t i = 0; i < s->run[page]; i++) s->kind[page + i] = PAGE_FREE;
    s->run[page] = 0;
    if (page < s->search) s->search = (uint32_t)page;
    POISON(block, size);
}

void arena_free(Arena *a, void *block) {
    ArenaState *s = a->state;
    size_t page = block ? page_index(a, block) : 0;
    if (page < s->sealed_end) return; /* NULL as well */
    ASSERT(page < s->pages, "block lies outside the arena");
    uint8_t kind = s->kind[page];
    if (kind == PAGE_LARGE) {
        free_large(s, block, page);
        return;
    }
    ASSERT(kind != PAGE_FREE && kind != PAGE_TAIL, "not the start of a block");
    FreeBlock *b = block;
    s->used -= class_sizes[kind - 1];
    b->next = s->free_blocks[kind - 1];
    s->free_blocks[kind - 1] = b;
    POISON(b, class_sizes[kind - 1]);
}

void *arena_realloc(Arena *a, void *block, size_t size) {
    if (!block) return arena_alloc(a, size);
    size_t old = arena_usable(a, block);
    if (size <= old && size > old / 2 && !arena_is_sealed(a, block)) {
        memset((unsigned char *)block + size, 0, old - size);
        return block;
    }
    void *fresh = arena_alloc(a, size);
    if (!fresh) return NULL;
    memcpy(fresh, block, old < size ? old : size);
    arena_free(a, block);
    return fresh;
}

void arena_seal(Arena *a) {
    ArenaState *s = a->state;
    s->sealed = 1;
    s->sealed_end = s->search = s->peak;
    memset(s->free_blocks, 0, sizeof s->free_blocks);
    for (uint32_t p = s->first_page; p < s->peak; p++) {
        if (s->kind[p] == PAGE_FREE) s->kind[p] = PAGE_TAIL; /* left empty for ever */
    }
    POISON(a->base + arena_peak(a), a->size - arena_peak(a));
}

bool arena_is_sealed(const Arena *a, const void *block) {
    return page_index(a, block) < a->state->sealed_end;
}

size_t arena_used(const Arena *a) {
    return (size_t)a->state->used;
}
size_t arena_peak(const Arena *a) {
    return (size_t)a->state->peak * ARENA_PAGE;
}

void arena_ranges(const Arena *a, ArenaRange ranges[2]) {
    ranges[0] = (ArenaRange){0, a->root_size};
    ranges[1] = (ArenaRange){(size_t)a->state->sealed_end * ARENA_PAGE, arena_peak(a)};
}

/* A byte for every place where a block may begin: 1 where a free one does. */
static uint8_t *map_of_free(const Arena *a) {
    const ArenaState *s = a->state;
    uint8_t *map = calloc((size_t)s->peak * ARENA_PAGE / 16 + 1, 1);
    for (int c = 0; map && c < ARENA_CLASSES; c++) {
        for (const FreeBlock *b = s->free_blocks[c]; b; b = b->next) {
            map[(size_t)((const unsigned char *)b - a->base) / 16] = 1;
        }
    }
    return map;
}

bool arena_visit(Arena *a, void (*visit)(void *context, void *block, size_t size), void *context) {
    const ArenaState *s = a->state;
    arena_unpoison(a, arena_peak(a));
    uint8_t *map = map_of_free(a);
    for (uint32_t p = s->sealed_end; map && p < s->peak; p++) {
        unsigned char *page = a->base + (size_t)p * ARENA_PAGE;
        if (s->kind[p] == PAGE_LARGE) visit(context, page, (size_t)s->run[p] * ARENA_PAGE);
        if (s->kind[p] == PAGE_FREE || s->kind[p] >= PAGE_LARGE) continue;
        size_t size = class_sizes[s->kind[p] - 1];
        for (size_t at = 0; at + size <= ARENA_PAGE; at += size) {
            bool free_one = map[((size_t)p * ARENA_PAGE + at) / 16];
            if (!free_one) visit(context, page + at, size);
        }
    }
    free(map);
    arena_repoison(a, arena_peak(a));
    return map != NULL;
}

void arena_unpoison(Arena *a, size_t end) {
    UNPOISON(a->base, end);
}

void arena_repoison(Arena *a, size_t end) {
#if defined(__SANITIZE_ADDRESS__)
    ArenaState *s = a->state;
    for (int c = 0; c < ARENA_CLASSES; c++) {
        FreeBlock *next;
        for (FreeBlock *b = s->free_blocks[c]; b; b = next) {
            next = b->next;
            POISON(b, class_sizes[c]);
        }
    }
    for (uint32_t p = s->sealed_end; p < end / ARENA_PAGE; p++) {
        if (s->kind[p] == PAGE_FREE) POISON(a->base + (size_t)p * ARENA_PAGE, ARENA_PAGE);
    }
#else
    (void)a, (void)end;
#endif
}
