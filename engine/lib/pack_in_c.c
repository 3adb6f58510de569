#include "lib/pack_in_c.h"

#include <string.h>

#include "object/str.h"

/* A path alone: the whole module. With a name: the function or class, and what lies in it. The
 * parser of patterns is Python in CPython as well, but divided otherwise: these have no frames
 * there. */
static const struct {
    const char *path, *name;
} in_c[] = {
    {"_dates.py", NULL},
    {"_queue.py", NULL},
    {"_signal.py", NULL},
    {"_thread.py", NULL},
    {"_threading_local.py", NULL},
    {"binascii.py", NULL},
    {"bisect.py", NULL},
    {"cmath.py", NULL},
    {"collections/__init__.py", "OrderedDict"},
    {"collections/__init__.py", "_add_pairs"},
    {"collections/__init__.py", "_update_ordered"},
    {"collections/__init__.py", "defaultdict"},
    {"contextvars.py", NULL},
    {"dataclasses.py", "_collect"},
    {"datetime.py", NULL},
    {"decimal/__init__.py", NULL},
    {"decimal/_arithmetic.py", NULL},
    {"decimal/_compute.py", NULL},
    {"decimal/_context.py", NULL},
    {"decimal/_digits.py", NULL},
    {"decimal/_format.py", NULL},
    {"functools.py", "_first_hint"},
    {"functools.py", "_lru_cache_wrapper"},
    {"functools.py", "cmp_to_key"},
    {"functools.py", "reduce"},
    {"gc.py", NULL},
    {"io.py", NULL},
    {"itertools.py", NULL},
    {"json/decoder.py", "JSONDecoder._array"},
    {"json/decoder.py", "JSONDecoder._escape"},
    {"json/decoder.py", "JSONDecoder._made"},
    {"json/decoder.py", "JSONDecoder._number"},
    {"json/decoder.py", "JSONDecoder._object"},
    {"json/decoder.py", "JSONDecoder._string"},
    {"json/decoder.py", "JSONDecoder._value"},
    {"json/decoder.py", "_hex4"},
    {"json/encoder.py", "JSONEncoder._dict"},
    {"json/encoder.py", "JSONEncoder._list"},
    {"json/encoder.py", "JSONEncoder._value"},
    {"math.py", NULL},
    {"operator.py", NULL},
    {"re/__init__.py", "Match"},
    {"re/__init__.py", "Pattern"},
    {"re/__init__.py", "_by_position"},
    {"re/_parser.py", "Source.fail"},
    {"re/_parser.py", "Source.next"},
    {"re/_parser.py", "Source.peek"},
    {"re/_parser.py", "Source.take"},
    {"re/_parser.py", "Template.__init__"},
    {"re/_parser.py", "Template.add"},
    {"re/_parser.py", "Template.by_name"},
    {"re/_parser.py", "Template.by_number"},
    {"re/_parser.py", "Template.escape"},
    {"re/_parser.py", "Template.expand"},
    {"re/_parser.py", "Template.here"},
    {"re/_parser.py", "Translator.bounds"},
    {"re/_parser.py", "Translator.capture"},
    {"re/_parser.py", "Translator.category"},
    {"re/_parser.py", "Translator.char_escape"},
    {"re/_parser.py", "Translator.character_name"},
    {"re/_parser.py", "Translator.close"},
    {"re/_parser.py", "Translator.condition"},
    {"re/_parser.py", "Translator.digits"},
    {"re/_parser.py", "Translator.enclosed"},
    {"re/_parser.py", "Translator.group"},
    {"re/_parser.py", "Translator.hex"},
    {"re/_parser.py", "Translator.letter"},
    {"re/_parser.py", "Translator.letters"},
    {"re/_parser.py", "Translator.look"},
    {"re/_parser.py", "Translator.named"},
    {"re/_parser.py", "Translator.number"},
    {"re/_parser.py", "Translator.octal"},
    {"re/_parser.py", "Translator.place"},
    {"re/_parser.py", "Translator.reference"},
    {"re/_parser.py", "Translator.repeat"},
    {"re/_parser.py", "Translator.set"},
    {"re/_parser.py", "Translator.sets"},
    {"re/_parser.py", "Translator.single"},
    {"re/_parser.py", "Translator.skip_comment"},
    {"re/_parser.py", "Translator.switch"},
    {"sys.py", NULL},
    {"time.py", NULL},
    {"types.py", "SimpleNamespace"},
    {"weakref.py", "ProxyType"},
};

/* `qualname` is the name, or lies in it. */
static bool lies_in(const char *qualname, const char *name) {
    size_t size = strlen(name);
    return !strncmp(qualname, name, size) && (!qualname[size] || qualname[size] == '.');
}

static bool is_in_c(const Code *code, const char *path) {
    for (size_t i = 0; i < sizeof in_c / sizeof *in_c; i++) {
        if (strcmp(path, in_c[i].path) != 0) continue;
        if (!in_c[i].name || lies_in(code->qualname->text, in_c[i].name)) return true;
    }
    return false;
}

void pack_mark_in_c(Code *code, const char *path) {
    if (is_in_c(code, path)) code->flags |= CODE_IN_C;
    for (uint32_t i = 0; i < code->const_count; i++) {
        if (HAS_LAYOUT(code->consts[i], CODE)) pack_mark_in_c(CODE(code->consts[i]), path);
    }
}
