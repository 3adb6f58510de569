/* The arena and its keyframes: blocks, sealing, and going back to any of many states. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "history/keyframe.h"

enum { ARENA_SIZE = 4 << 20, BLOCKS = 200, STATES = 300, GENEROUS = 64 << 20, TIGHT = 50000 };

static uint64_t next_random(uint64_t *state) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

static void blocks_are_zeroed_aligned_and_do_not_overlap(void **state) {
    (void)state;
    Arena a;
    assert_true(arena_create(&a, ARENA_SIZE, 64));
    unsigned char *blocks[BLOCKS];
    uint64_t seed = 7;
    for (int i = 0; i < BLOCKS; i++) {
        size_t size = 1 + next_random(&seed) % 6000;
        blocks[i] = arena_alloc(&a, size);
        assert_non_null(blocks[i]);
        assert_int_equal((uintptr_t)blocks[i] % 16, 0);
        assert_true(arena_usable(&a, blocks[i]) >= size);
        for (size_t k = 0; k < size; k++) assert_int_equal(blocks[i][k], 0);
        memset(blocks[i], i & 0xFF, arena_usable(&a, blocks[i]));
    }
    for (int i = 0; i < BLOCKS; i++) {
        size_t size = arena_usable(&a, blocks[i]);
        for (size_t k = 0; k < size; k++) assert_int_equal(blocks[i][k], i & 0xFF);
        arena_free(&a, blocks[i]);
    }
    assert_int_equal(arena_used(&a), 0);
    arena_destroy(&a);
}

static void a_full_arena_gives_null_and_serves_again_after_a_free(void **state) {
    (void)state;
    Arena a;
    assert_true(arena_create(&a, ARENA_SIZE, 64));
    void *large = arena_alloc(&a, ARENA_SIZE / 2);
    assert_non_null(large);
    assert_null(arena_alloc(&a, ARENA_SIZE));
    assert_null(arena_alloc(&a, ARENA_SIZE - ARENA_SIZE / 4));
    arena_free(&a, large);
    assert_non_null(arena_alloc(&a, ARENA_SIZE / 2));
    arena_destroy(&a);
}

static void a_block_that_grows_keeps_its_content_and_is_zero_behind_it(void **state) {
    (void)state;
    Arena a;
    assert_true(arena_create(&a, ARENA_SIZE, 64));
    unsigned char *block = arena_alloc(&a, 10);
    memset(block, 5, 10);
    block = arena_realloc(&a, block, 5000);
    for (int i = 0; i < 10; i++) assert_int_equal(block[i], 5);
    for (int i = 16; i < 5000; i++) assert_int_equal(block[i], 0);
    arena_destroy(&a);
}

static void sealed_blocks_are_never_handed_out_again(void **state) {
    (void)state;
    Arena a;
    assert_true(arena_create(&a, ARENA_SIZE, 64));
    void *before = arena_alloc(&a, 40);
    arena_seal(&a);
    assert_true(arena_is_sealed(&a, before));
    arena_free(&a, before);
    for (int i = 0; i < 1000; i++) {
        void *block = arena_alloc(&a, 40);
        assert_ptr_not_equal(block, before);
        assert_false(arena_is_sealed(&a, block));
    }
    arena_destroy(&a);
}

/* Some blocks change, come and go. */
static void disturb(Arena *a, unsigned char **blocks, uint64_t *seed) {
    for (int n = 0; n < 12; n++) {
        size_t i = next_random(seed) % BLOCKS;
        if (blocks[i] && next_random(seed) % 4 == 0) {
            arena_free(a, blocks[i]);
            blocks[i] = NULL;
        } else if (!blocks[i]) {
            blocks[i] = arena_alloc(a, 1 + next_random(seed) % 3000);
        }
        if (blocks[i]) blocks[i][next_random(seed) % arena_usable(a, blocks[i])]++;
    }
}

#if defined(__SANITIZE_ADDRESS__)
__attribute__((no_sanitize("address"), noinline))
#endif
static uint64_t
hash(const Arena *a) {
    ArenaRange ranges[2];
    uint64_t h = 1;
    arena_ranges(a, ranges);
    for (int r = 0; r < 2; r++) {
        for (size_t i = ranges[r].start; i < ranges[r].end; i += 8) {
            h = (h ^ *(const uint64_t *)(const void *)(a->base + i)) * 0x9E3779B97F4A7C15u;
            h ^= h >> 31;
        }
    }
    return h;
}

static void check_restoring(size_t limit, size_t fewest, size_t most) {
    Arena a;
    Keyframes k;
    static uint64_t hashes[STATES];
    unsigned char *blocks[BLOCKS] = {0};
    uint64_t seed = 3;
    Ledger ledger;
    ledger_init(&ledger, SIZE_MAX);
    assert_true(arena_create(&a, ARENA_SIZE, 64));
    keyframes_init(&k, &a, &ledger, limit);
    for (int s = 0; s < STATES; s++) {
        assert_true(keyframes_add(&k, (uint64_t)s, (uint64_t)s, (uint32_t)s));
        hashes[s] = hash(&a);
        disturb(&a, blocks, &seed);
    }
    assert_in_range(k.count, fewest, most);
    for (int i = 0; i < 500; i++) {
        size_t n = next_random(&seed) % k.count;
        assert_true(keyframes_restore(&k, n));
        assert_true(hash(&a) == hashes[k.frames[n].instructions]);
    }
    assert_int_equal(k.frames[0].instructions, 0);
    assert_int_equal(k.frames[k.count - 1].instructions, STATES - 1);
    keyframes_clear(&k);
    assert_int_equal(ledger.used, 0);
    arena_destroy(&a);
}

static void every_keyframe_can_be_restored_in_any_order(void **state) {
    (void)state;
    check_restoring(GENEROUS, STATES, STATES);
}

static void under_a_memory_limit_keyframes_are_merged_and_stay_right(void **state) {
    (void)state;
    check_restoring(TIGHT, 4, STATES - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_zeroed_aligned_and_do_not_overlap),
        cmocka_unit_test(a_full_arena_gives_null_and_serves_again_after_a_free),
        cmocka_unit_test(a_block_that_grows_keeps_its_content_and_is_zero_behind_it),
        cmocka_unit_test(sealed_blocks_are_never_handed_out_again),
        cmocka_unit_test(every_keyframe_can_be_restored_in_any_order),
        cmocka_unit_test(under_a_memory_limit_keyframes_are_merged_and_stay_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
