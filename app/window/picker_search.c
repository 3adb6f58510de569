/* Which lessons have what is searched: every word of it in the title, the summary or the chapter,
   without regard to capitals and accents. */
#include "window/picker.h"

#include <limits.h>
#include <string.h>

#include "lesson/lesson_nearest.h"

enum { TEXT_SIZE = 2048 };

/* ---- Letters --------------------------------------------------------------------------------- */

/* U+00C0 to U+00FF as letters without accents; '.' stays what it is. */
static const char plain[] = "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y";

/* Appends the text in small letters without accents, and a blank. */
static void fold(char *out, size_t size, const char *text) {
    size_t used = strlen(out);
    for (const char *at = text; *at && used + 3 < size; at++) {
        unsigned char c = (unsigned char)*at, next = c ? (unsigned char)at[1] : 0;
        bool accent = c == 0xC3 && next >= 0x80 && next < 0xC0 && plain[next - 0x80] != '.';
        if (accent) {
            out[used++] = plain[next - 0x80];
            at++;
        } else {
            out[used++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : (char)c;
        }
    }
    out[used++] = ' ';
    out[used] = 0;
}

static const char *title_of(const Shelf *shelf, const ShelfLesson *lesson) {
    return lesson->broken ? lesson->path
                          : lesson_text(&lesson->lesson.title, shelf->context.language);
}

static void all_texts(char *out, const Shelf *shelf, const ShelfLesson *lesson) {
    const char *language = shelf->context.language;
    *out = 0;
    fold(out, TEXT_SIZE, title_of(shelf, lesson));
    if (lesson->lesson.summary.count)
        fold(out, TEXT_SIZE, lesson_text(&lesson->lesson.summary, language));
    if (lesson->own_path) fold(out, TEXT_SIZE, lesson->own_path);
    if (shelf_is_own(shelf, lesson)) return;
    fold(out, TEXT_SIZE,
         lesson_text(&shelf->index.chapters.items[lesson->chapter].title, language));
}

/* Whether the text has all words of the query. */
static bool has_words(const char *text, const char *query) {
    char word[PICKER_QUERY * 2];
    for (const char *at = query; *at;) {
        size_t length = strcspn(at, " ");
        memcpy(word, at, length);
        word[length] = 0;
        if (length && !strstr(text, word)) return false;
        at += length + (at[length] == ' ');
    }
    return true;
}

/* ---- The nearest titles ---------------------------------------------------------------------- */

/* Of the title or one of its words from the query. */
static int distance(const char *title, const char *query) {
    char word[TEXT_SIZE];
    int least = lesson_nearest_distance(title, query);
    for (const char *at = title; *at;) {
        size_t length = strcspn(at, " :,");
        memcpy(word, at, length);
        word[length] = 0;
        int d = length ? lesson_nearest_distance(word, query) : INT_MAX;
        if (d < least) least = d;
        at += length + (at[length] != 0);
    }
    return least;
}

static void cut_blanks(char *text) {
    size_t length = strlen(text);
    while (length && text[length - 1] == ' ') text[--length] = 0;
}

/* Keeps the three that are nearest, in order. */
static void show_nearest(Picker *picker, const Shelf *shelf, const char *query) {
    int distances[PICKER_NEAREST];
    for (int i = 0; i < shelf->count; i++) {
        char title[TEXT_SIZE] = "";
        fold(title, sizeof title, title_of(shelf, &shelf->lessons[i]));
        cut_blanks(title);
        int d = distance(title, query), at = picker->shown_count;
        while (at > 0 && d < distances[at - 1]) at--;
        if (at == PICKER_NEAREST) continue;
        int last =
            picker->shown_count < PICKER_NEAREST ? picker->shown_count++ : PICKER_NEAREST - 1;
        for (int k = last; k > at; k--) {
            picker->shown[k] = picker->shown[k - 1];
            distances[k] = distances[k - 1];
        }
        picker->shown[at] = i;
        distances[at] = d;
    }
}

/* ---- Public ---------------------------------------------------------------------------------- */

void picker_filter(Picker *picker, const Shelf *shelf) {
    char query[PICKER_QUERY * 2] = "", text[TEXT_SIZE];
    fold(query, sizeof query, picker->query);
    cut_blanks(query);
    picker->shown_count = 0;
    for (int i = 0; i < shelf->count && picker->shown_count < PICKER_MOST; i++) {
        if (*query) all_texts(text, shelf, &shelf->lessons[i]);
        if (!*query || has_words(text, query)) picker->shown[picker->shown_count++] = i;
    }
    picker->no_hits = *query && picker->shown_count == 0;
    if (picker->no_hits) show_nearest(picker, shelf, query);
}

/* Whether one of the title's words begins so: "lock", not "clock". */
static bool has_beginning(const char *title, const char *query) {
    for (const char *at = title; *query && (at = strstr(at, query)) != NULL; at++) {
        if (at == title || !strchr("abcdefghijklmnopqrstuvwxyz0123456789_", at[-1])) return true;
    }
    return false;
}

/* Chosen is the first with a word in its title that begins so, else the first whose title has it,
   so that Enter opens it, else the first. */
static int best(const Picker *picker, const Shelf *shelf) {
    char query[PICKER_QUERY * 2] = "";
    int found = -1;
    fold(query, sizeof query, picker->query);
    cut_blanks(query);
    for (int i = 0; i < picker->shown_count; i++) {
        char title[TEXT_SIZE] = "";
        fold(title, sizeof title, title_of(shelf, &shelf->lessons[picker->shown[i]]));
        if (has_beginning(title, query)) return picker->shown[i];
        if (found < 0 && has_words(title, query)) found = picker->shown[i];
    }
    if (found >= 0) return found;
    return picker->shown_count ? picker->shown[0] : -1;
}

static void searched(Picker *picker, const Shelf *shelf) {
    picker_filter(picker, shelf);
    picker->selected = best(picker, shelf);
    picker->scroll = 0;
    picker->follow = true;
}

void picker_search(Picker *picker, const Shelf *shelf, bool search) {
    bool had = *picker->query;
    picker->searching = search;
    *picker->query = 0;
    picker_filter(picker, shelf);
    picker->follow = had;
}

bool picker_type(Picker *picker, const Shelf *shelf, const char *text) {
    size_t used = strlen(picker->query), length = strlen(text);
    if (!length || used + length >= PICKER_QUERY) return false;
    memcpy(picker->query + used, text, length + 1);
    searched(picker, shelf);
    return true;
}

bool picker_erase(Picker *picker, const Shelf *shelf) {
    size_t used = strlen(picker->query);
    if (!used) return false;
    do used--;
    while (used && ((unsigned char)picker->query[used] & 0xC0) == 0x80);
    picker->query[used] = 0;
    searched(picker, shelf);
    return true;
}
