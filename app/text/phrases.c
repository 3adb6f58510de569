#include "text/phrases.h"

#include <string.h>

static bool is_key(const char *key, const char *name, const char *variant) {
    size_t length = strlen(name);
    if (strncmp(key, name, length) != 0) return false;
    if (!variant) return key[length] == 0;
    return key[length] == '/' && strcmp(key + length + 1, variant) == 0;
}

static const char *find_in(const Phrase *list, const char *name, const char *variant) {
    for (; list && list->key; list++) {
        if (is_key(list->key, name, variant)) return list->text;
    }
    return NULL;
}

const char *phrase_find(const TextTable *table, const char *name, const char *variant) {
    const Phrase *const lists[] = {table ? table->phrases : NULL, text_english.phrases};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const char *text = variant ? find_in(lists[i], name, variant) : NULL;
        if (!text) text = find_in(lists[i], name, NULL);
        if (text) return text;
    }
    return NULL;
}

size_t phrase_place(const char *p, const char **name, size_t *length) {
    if (*p != '{') return 0;
    *name = p + 1;
    *length = strspn(p + 1, "abcdefghijklmnopqrstuvwxyz");
    return *length && p[1 + *length] == '}' ? *length + 2 : 0;
}
