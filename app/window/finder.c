#include "window/finder.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "lesson/lesson_nearest.h"

/* ---- Letters -------------------------------------------------------------------------------- */

static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool begins_at(const char *text, size_t length, const char *query) {
    size_t i = 0;
    while (i < length && query[i] && small(text[i]) == small(query[i])) i++;
    return query[i] == 0;
}

static bool has(const char *text, size_t length, const char *query) {
    for (size_t i = 0; i <= length; i++)
        if (begins_at(text + i, length - i, query)) return true;
    return false;
}

static bool has_z(const char *text, const char *query) {
    return has(text, strlen(text), query);
}

/* Cut where a letter ends. */
static void copy(char *out, size_t size, const char *text, size_t length) {
    size_t used = length < size - 1 ? length : size - 1;
    while (used < length && used > 0 && ((unsigned char)text[used] & 0xC0) == 0x80) used--;
    memcpy(out, text, used);
    out[used] = 0;
}

/* ---- What there is -------------------------------------------------------------------------- */

typedef struct {
    const Session *s;
    const SourceText *source;
    const TextTable *words;
    const char *query; /* NULL: everything that has a name */
    bool (*take)(void *user, const Found *found);
    void *user;
} Search;

static void say_note(const Search *f, Found *out, TextKey key, const char *value) {
    text_format(out->note, sizeof out->note, text_get(f->words, key), (const char *const[]){value},
                1);
}

static bool offer(const Search *f, const Found *found, bool matches) {
    return !(matches || !f->query) || f->take(f->user, found);
}

static bool offer_tasks(const Search *f) {
    size_t count;
    const CsEvent *events = cs_events(f->s->engine, &count);
    for (size_t i = 0; i < count; i++) {
        CsTaskInfo task;
        if (events[i].kind != EVENT_TASK_CREATED) continue;
        if (!cs_task_info(f->s->engine, events[i].subject, &task)) continue;
        Found out = {.kind = FOUND_TASK,
                     .object = events[i].subject,
                     .event = task.created_event,
                     .number = task.number};
        copy(out.name, sizeof out.name, task.label, strlen(task.label));
        say_note(f, &out, TEXT_FOUND_TASK, task.name);
        bool hit = f->query && (has_z(task.label, f->query) || has_z(task.name, f->query) ||
                                has_z(task.coroutine, f->query));
        if (!offer(f, &out, hit)) return false;
    }
    return true;
}

static bool offer_things(const Search *f) {
    size_t count;
    const CsThing *things = cs_things(f->s->engine, &count);
    for (size_t i = 0; i < count; i++) {
        Found out = {.kind = FOUND_THING, .object = things[i].id, .event = things[i].event};
        copy(out.name, sizeof out.name, things[i].name, strlen(things[i].name));
        copy(out.note, sizeof out.note, things[i].kind, strlen(things[i].kind));
        bool hit = f->query && (has_z(things[i].name, f->query) || has_z(things[i].kind, f->query));
        if (!offer(f, &out, hit)) return false;
    }
    return true;
}

static void line_note(const Search *f, Found *out, TextKey key) {
    char number[16];
    snprintf(number, sizeof number, "%d", out->line);
    say_note(f, out, key, number);
}

/* The name that a "def", "async def" or "class" of the line makes; its length, or 0. */
static size_t defined(const SourceLine *line, const char **name) {
    static const char *const words[] = {"async ", "def ", "class "};
    const char *at = line->text, *end = at + line->length;
    bool defines = false;
    while (at < end && (*at == ' ' || *at == '\t')) at++;
    for (size_t i = 0; i < 3; i++) {
        size_t length = strlen(words[i]);
        if ((size_t)(end - at) < length || memcmp(at, words[i], length) != 0) continue;
        defines = i > 0;
        at += length;
    }
    *name = at;
    if (!defines) return 0;
    while (at < end && *at != '(' && *at != ':' && *at != ' ') at++;
    return (size_t)(at - *name);
}

static bool offer_functions(const Search *f) {
    for (int i = 0; f->source && i < f->source->line_count; i++) {
        const char *name;
        size_t length = defined(&f->source->lines[i], &name);
        Found out = {.kind = FOUND_FUNCTION, .line = i + 1};
        copy(out.name, sizeof out.name, name, length);
        line_note(f, &out, TEXT_FOUND_FUNCTION);
        if (length && !offer(f, &out, f->query && has_z(out.name, f->query))) return false;
    }
    return true;
}

/* Text is found only where something was asked for. */
static bool offer_lines(const Search *f) {
    for (int i = 0; f->source && f->query && i < f->source->line_count; i++) {
        const SourceLine *line = &f->source->lines[i];
        const char *text = line->text, *end = text + line->length, *name;
        size_t length = defined(line, &name);
        if (length && has(name, length, f->query)) continue; /* it is there as a function */
        while (text < end && (*text == ' ' || *text == '\t')) text++;
        Found out = {.kind = FOUND_LINE, .line = i + 1};
        copy(out.name, sizeof out.name, text, (size_t)(end - text));
        line_note(f, &out, TEXT_FOUND_LINE);
        if (has(text, (size_t)(end - text), f->query) && !f->take(f->user, &out)) return false;
    }
    return true;
}

static void offer_all(const Search *f) {
    if (offer_tasks(f) && offer_things(f) && offer_functions(f)) offer_lines(f);
}

/* ---- Taking --------------------------------------------------------------------------------- */

static bool take_hit(void *user, const Found *found) {
    Finder *finder = user;
    finder->items[finder->count++] = *found;
    return finder->count < FINDER_MOST;
}

/* Keeps the nearest names, in order. */
typedef struct {
    Finder *finder;
    const char *query;
    int distances[FINDER_NEAREST];
} Nearest;

static bool take_nearest(void *user, const Found *found) {
    Nearest *n = user;
    Finder *finder = n->finder;
    int d = lesson_nearest_distance(found->name, n->query), at = finder->count;
    for (int i = 0; i < finder->count; i++)
        if (strcmp(finder->items[i].name, found->name) == 0) return true;
    while (at > 0 && d < n->distances[at - 1]) at--;
    if (at == FINDER_NEAREST) return true;
    if (finder->count < FINDER_NEAREST) finder->count++;
    for (int k = finder->count - 1; k > at; k--) {
        finder->items[k] = finder->items[k - 1];
        n->distances[k] = n->distances[k - 1];
    }
    finder->items[at] = *found;
    n->distances[at] = d;
    return true;
}

void finder_search(Finder *finder, const Session *s, const SourceText *source,
                   const TextTable *words) {
    const char *query = finder->field.text;
    while (*query == ' ') query++;
    Search f = {s, source, words, *query ? query : NULL, take_hit, finder};
    finder->count = finder->selected = finder->first = 0;
    offer_all(&f);
    finder->no_hits = *query && finder->count == 0;
    if (!finder->no_hits) return;
    Nearest nearest = {.finder = finder, .query = query};
    f.query = NULL;
    f.take = take_nearest;
    f.user = &nearest;
    offer_all(&f);
}

/* ---- Drawing -------------------------------------------------------------------------------- */

static ListRow row_of(const void *of, int index) {
    const Found *found = &((const Finder *)of)->items[index];
    ListRow row = {.name = found->name, .note = found->note, .strong = found->kind != FOUND_LINE};
    if (found->kind == FOUND_TASK)
        row.badge = (ModelBadge){.who = WHO_TASK, .number = found->number};
    return row;
}

void finder_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots, Finder *finder) {
    char message[LIST_FIELD + 80] = "";
    if (finder->no_hits)
        screen_fill(view, TEXT_FIND_NOTHING, message, sizeof message, finder->field.text, NULL,
                    NULL);
    ListCard card = {.title = TEXT_FIND_TITLE,
                     .does = TEXT_INSPECT_JUMP,
                     .about = "",
                     .field = finder->field.text,
                     .hint = screen_word(view, TEXT_FIND_HINT),
                     .message = message,
                     .row = row_of,
                     .of = finder,
                     .count = finder->count,
                     .selected = finder->selected,
                     .first = &finder->first,
                     .rows = &finder->rows};
    list_card_draw(list, view, spots, &card);
}
