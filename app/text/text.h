#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H
/* Every text that the app says by itself, one table per language. */

#include <stdbool.h>
#include <stddef.h>

#include "text/text_keys.h"

#define TEXT_ENUM(name) TEXT_##name,
typedef enum { TEXT_KEYS(TEXT_ENUM) TEXT_COUNT } TextKey;
#undef TEXT_ENUM

/* Chinese is shown where a font with its signs is found; see platform_fonts_language(). */
typedef enum { SCRIPT_LATIN, SCRIPT_HAN } TextScript;

typedef struct {
    const char *language, *name; /* "es", "español" */
    TextScript script;
    const struct Phrase *phrases; /* text/phrases.h */
    const char *const *parts[4];  /* each holds its own keys' wordings, else NULL */
} TextTable;

/* The table of a language ("es", "es-MX"), else English's. Lives for ever. */
const TextTable *text_table(const char *language);
/* All tables, English first. */
const TextTable *const *text_tables(size_t *count);
/* The language's own wording; NULL where it lacks it. */
const char *text_find(const TextTable *table, TextKey key);
/* The wording, in English where the language lacks it. */
const char *text_get(const TextTable *table, TextKey key);
const char *text_key_name(TextKey key);

/* Fills {0}, {1} ... of a pattern in; a NULL argument is left out. Returns what strlen(out) is. */
size_t text_format(char *out, size_t size, const char *pattern, const char *const *args,
                   size_t count);

extern const TextTable text_english, text_spanish, text_chinese;

#endif
