#include "text/text.h"

#include <string.h>

#define KEY_NAME(name) #name,
static const char *const key_names[TEXT_COUNT] = {TEXT_KEYS(KEY_NAME)};
#undef KEY_NAME

static const TextTable *const tables[] = {&text_english, &text_spanish, &text_chinese};

/* Bytes before the first '-' or '_': "es" of "es-MX". */
static size_t base_length(const char *language) {
    return strcspn(language, "-_.@");
}

static void append(char *out, size_t size, size_t *at, const char *text, size_t length) {
    for (size_t i = 0; i < length && *at + 1 < size; i++) out[(*at)++] = text[i];
}

const TextTable *text_table(const char *language) {
    size_t length = language ? base_length(language) : 0;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (strlen(tables[i]->language) == length &&
            memcmp(tables[i]->language, language, length) == 0)
            return tables[i];
    }
    return &text_english;
}

const TextTable *const *text_tables(size_t *count) {
    *count = sizeof tables / sizeof *tables;
    return tables;
}

const char *text_find(const TextTable *table, TextKey key) {
    for (size_t i = 0; i < sizeof table->parts / sizeof *table->parts; i++) {
        if (table->parts[i] && table->parts[i][key]) return table->parts[i][key];
    }
    return NULL;
}

const char *text_get(const TextTable *table, TextKey key) {
    const char *text = table ? text_find(table, key) : NULL;
    if (!text) text = text_find(&text_english, key);
    return text ? text : "";
}

const char *text_key_name(TextKey key) {
    return key_names[key];
}

size_t text_format(char *out, size_t size, const char *pattern, const char *const *args,
                   size_t count) {
    size_t at = 0;
    if (size == 0) return 0;
    for (const char *p = pattern; *p;) {
        bool hole = p[0] == '{' && p[1] >= '0' && p[1] <= '9' && p[2] == '}';
        if (!hole) {
            append(out, size, &at, p++, 1);
            continue;
        }
        size_t index = (size_t)(p[1] - '0');
        const char *arg = index < count ? args[index] : NULL;
        if (arg) append(out, size, &at, arg, strlen(arg));
        p += 3;
    }
    out[at] = 0;
    return at;
}
