#!/bin/sh
# Every C file is as clang-format 14 would write it.
cd "$(dirname "$0")/../.." || exit 1
tool=$(command -v clang-format-14 || command -v clang-format)
find engine app tests -name '*.[ch]' -print0 | xargs -0 "$tool" --dry-run --Werror
