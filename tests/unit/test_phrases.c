/* Every kind of record can be told in every language, and all languages fill in the same places. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "api/coroscope.h"
#include "text/phrases.h"

static const char *const places[] = {"task",  "by",      "thing", "future", "handle", "time",
                                     "count", "seconds", "value", "line",   "step"};

enum { PLACE_COUNT = sizeof places / sizeof *places };

static const char *own(const TextTable *table, const char *key) {
    for (const Phrase *p = table->phrases; p->key; p++)
        if (strcmp(p->key, key) == 0) return p->text;
    return NULL;
}

/* Bit n: places[n] is filled in. Bit 30: a place that nobody knows; bit 31: a code mark is left. */
static uint32_t filled(const char *text) {
    uint32_t found = 0;
    for (const char *p = text; *p; p++) {
        const char *name;
        size_t length;
        if (*p == '`') found ^= UINT32_C(1) << 31;
        if (*p != '{') continue;
        int at = -1;
        if (phrase_place(p, &name, &length))
            for (int i = 0; i < PLACE_COUNT; i++)
                if (strlen(places[i]) == length && memcmp(places[i], name, length) == 0) at = i;
        found |= UINT32_C(1) << (at < 0 ? 30 : at);
    }
    return found;
}

static void every_kind_of_record_has_a_sentence_in_every_language(void **state) {
    (void)state;
    size_t count;
    const TextTable *const *tables = text_tables(&count);
    assert_true(count >= 2);
    for (size_t t = 0; t < count; t++) {
        for (int kind = 1; kind < EVENT_KIND_COUNT; kind++) {
            const char *text = own(tables[t], event_info[kind].name);
            if (!text || !*text)
                fail_msg("%s: no sentence for %s", tables[t]->language, event_info[kind].name);
        }
    }
}

static void all_languages_have_the_same_phrases_with_the_same_places(void **state) {
    (void)state;
    size_t count;
    const TextTable *const *tables = text_tables(&count);
    for (size_t t = 0; t < count; t++) {
        for (const Phrase *p = phrases_english; p->key; p++) {
            const char *text = own(tables[t], p->key);
            if (!text) fail_msg("%s: no phrase for %s", tables[t]->language, p->key);
            if (filled(text) != filled(p->text) || filled(text) >> 30)
                fail_msg("%s: %s: \"%s\"", tables[t]->language, p->key, text);
        }
        for (const Phrase *p = tables[t]->phrases; p->key; p++)
            if (!own(&text_english, p->key))
                fail_msg("%s: %s is not English's", tables[t]->language, p->key);
    }
}

static void no_phrase_stands_twice(void **state) {
    (void)state;
    for (const Phrase *p = phrases_english; p->key; p++)
        for (const Phrase *q = p + 1; q->key; q++)
            if (strcmp(p->key, q->key) == 0) fail_msg("%s stands twice", p->key);
}

static void a_variant_without_a_phrase_is_told_by_its_kind(void **state) {
    (void)state;
    assert_string_equal(phrase_find(&text_english, "task.done", "cancelled"),
                        own(&text_english, "task.done/cancelled"));
    assert_string_equal(phrase_find(&text_english, "task.done", "unheard"),
                        own(&text_english, "task.done"));
    assert_null(phrase_find(&text_english, "task.don", NULL));
    assert_null(phrase_find(&text_english, "task", "done"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_record_has_a_sentence_in_every_language),
        cmocka_unit_test(all_languages_have_the_same_phrases_with_the_same_places),
        cmocka_unit_test(no_phrase_stands_twice),
        cmocka_unit_test(a_variant_without_a_phrase_is_told_by_its_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
