/* coroscope_pack OUTPUT ROOT MODULE...: a step of the build, no part of the engine's library.
 *
 * Compiles the engine's own Python modules, whose paths under ROOT are given (asyncio/queues.py
 * becomes "asyncio.queues"), and writes them as the tables of lib/embedded.h to the C file OUTPUT.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/code_pack.h"
#include "compile/compile.h"
#include "lib/pack_in_c.h"
#include "vm/boot.h"

enum { ARENA_BYTES = 128 << 20, MODULE_NAME_SIZE = 128, BYTES_A_LINE = 24 };

typedef struct {
    const char *path;
    char name[MODULE_NAME_SIZE];
    bool package;
    size_t start, end; /* of its code in the pack */
} Module;

/* "asyncio/queues.py" is asyncio.queues, "asyncio/__init__.py" the package asyncio. */
static bool name_module(Module *m) {
    static const char package_file[] = "/__init__.py";
    const size_t package_size = sizeof package_file - 1;
    size_t size = strlen(m->path);
    m->package = size > package_size && !strcmp(m->path + size - package_size, package_file);
    size -= m->package ? package_size : size > 3 ? 3 : 0;
    if (size >= MODULE_NAME_SIZE) return false;
    for (size_t i = 0; i < size; i++) m->name[i] = m->path[i] == '/' ? '.' : m->path[i];
    m->name[size] = 0;
    return true;
}

static int compare_names(const void *a, const void *b) {
    return strcmp(((const Module *)a)->name, ((const Module *)b)->name);
}

/* Owned; NULL: nothing was read. */
static char *read_text(const char *root, const char *path, size_t *size) {
    char full[4096];
    if (snprintf(full, sizeof full, "%s/%s", root, path) >= (int)sizeof full) return NULL;
    FILE *file = fopen(full, "rb");
    if (!file) return NULL;
    char *text = NULL;
    if (fseek(file, 0, SEEK_END) == 0) {
        long end = ftell(file);
        *size = end > 0 ? (size_t)end : 0;
        text = end >= 0 ? malloc(*size + 1) : NULL;
    }
    rewind(file);
    if (text && fread(text, 1, *size, file) != *size) {
        free(text);
        text = NULL;
    }
    if (text) text[*size] = 0;
    fclose(file);
    return text;
}

/* In an engine of its own, so that no module is short of memory because of others. */
static bool pack_text(CodePack *pack, const Module *m, const char *text, size_t size) {
    Engine e;
    Diag d = {.kind = DIAG_NONE};
    bool booted = engine_boot(&e, ARENA_BYTES, 0, 0);
    Code *code = booted ? compile_text(&e, text, size, m->path, CODE_LIBRARY, &d) : NULL;
    if (code) pack_mark_in_c(code, m->path);
    if (code && pack->text_count == 0) code_pack_init(pack, &e);
    if (code) code_pack(pack, &e, code);
    if (booted && !code) fprintf(stderr, "%s:%d: %s\n", m->path, d.line, d.text);
    engine_shutdown(&e);
    return code && !pack->failed;
}

static bool pack_module(CodePack *pack, const char *root, Module *m) {
    size_t size;
    char *text = read_text(root, m->path, &size);
    if (!text) fprintf(stderr, "%s/%s cannot be read\n", root, m->path);
    m->start = pack->codes.size;
    bool ok = text && pack_text(pack, m, text, size);
    m->end = pack->codes.size;
    free(text);
    return ok;
}

static void write_bytes(FILE *out, const char *name, const PackBytes *b) {
    fprintf(out, "static const unsigned char %s[] = {", name);
    for (size_t i = 0; i < b->size; i++) {
        fprintf(out, "%s%u,", i % BYTES_A_LINE ? "" : "\n", (unsigned)b->data[i]);
    }
    fprintf(out, "\n};\n");
}

static void write_tables(FILE *out, const CodePack *pack, const Module *modules, size_t count) {
    fprintf(out, "#include \"lib/embedded.h\"\n\n");
    write_bytes(out, "codes", &pack->codes);
    write_bytes(out, "texts", &pack->texts);
    fprintf(out, "static const uint32_t ends[] = {\n");
    for (uint32_t i = 0; i < pack->text_count; i++) fprintf(out, "%u,\n", (unsigned)pack->ends[i]);
    fprintf(out, "};\nconst PackedTexts embedded_texts = {texts, ends, %u};\n",
            (unsigned)pack->text_count);
    fprintf(out, "const EmbeddedModule embedded_modules[] = {\n");
    for (size_t i = 0; i < count; i++) {
        const Module *m = &modules[i];
        fprintf(out, "    {\"%s\", codes + %zu, %zu, %s},\n", m->name, m->start, m->end - m->start,
                m->package ? "true" : "false");
    }
    fprintf(out, "    {NULL, NULL, 0, false}};\nconst size_t embedded_module_count = %zu;\n",
            count);
}

static bool write_file(const char *path, const CodePack *pack, const Module *modules,
                       size_t count) {
    FILE *out = fopen(path, "w");
    if (!out) return false;
    write_tables(out, pack, modules, count);
    bool ok = !ferror(out);
    return fclose(out) == 0 && ok;
}

static bool pack_all(CodePack *pack, const char *root, Module *modules, size_t count,
                     char **paths) {
    for (size_t i = 0; i < count; i++) {
        modules[i].path = paths[i];
        if (!name_module(&modules[i])) return false;
    }
    qsort(modules, count, sizeof *modules, compare_names);
    for (size_t i = 0; i < count; i++) {
        if (!pack_module(pack, root, &modules[i])) return false;
    }
    return true;
}

int main(int argc, char **argv) {
    if (argc < 4) {
        fprintf(stderr, "coroscope_pack OUTPUT ROOT MODULE...\n");
        return EXIT_FAILURE;
    }
    size_t count = (size_t)argc - 3;
    CodePack pack = {.failed = false};
    Module *modules = calloc(count, sizeof *modules);
    bool ok = modules && pack_all(&pack, argv[2], modules, count, argv + 3) &&
              write_file(argv[1], &pack, modules, count);
    if (!ok) fprintf(stderr, "%s could not be made\n", argv[1]);
    code_pack_clear(&pack);
    free(modules);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
