# Writes OUTPUT, a C file that holds the text of each of MODULES ("|" between them), which are
# Python files under ROOT: asyncio/queues.py becomes "asyncio.queues". See embedded.h.

string(REPLACE "|" ";" MODULES "${MODULES}")
set(names "")
foreach(file IN LISTS MODULES)
    file(RELATIVE_PATH path ${ROOT} ${file})
    set(package false)
    if(path MATCHES "/__init__\\.py$")
        set(package true)
    endif()
    string(REGEX REPLACE "(/__init__)?\\.py$" "" path ${path})
    string(REPLACE "/" "." name ${path})
    list(APPEND names ${name})
    set(file_${name} ${file})
    set(package_${name} ${package})
endforeach()
list(SORT names)

set(texts "")
set(rows "")
set(count 0)
foreach(name IN LISTS names)
    file(READ "${file_${name}}" hex HEX)
    string(LENGTH "${hex}" length)
    math(EXPR length "${length} / 2")
    string(REGEX REPLACE "(..)" "0x\\1," hex "${hex}")
    string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n"
           hex "${hex}")
    string(APPEND texts "static const unsigned char text_${count}[] = {\n${hex}0};\n")
    string(APPEND rows "    {\"${name}\", (const char *)text_${count}, ${length}, "
                       "${package_${name}}},\n")
    math(EXPR count "${count} + 1")
endforeach()

file(WRITE ${OUTPUT} "#include \"lib/embedded.h\"\n\n${texts}\n"
     "/* The last row only keeps the table from being empty. */\n"
     "const EmbeddedModule embedded_modules[] = {\n${rows}    {NULL, NULL, 0, false}};\n"
     "const size_t embedded_module_count = ${count};\n")
