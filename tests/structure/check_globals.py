"""The engine has no data that can change outside its arena: nothing of it lies in .data or .bss."""
import os
import pathlib
import re
import subprocess
import sys

LIBRARY = pathlib.Path(os.environ['COROSCOPE_BUILD']) / 'libcoroscope_engine.a'
# 0000000000000000 l     O .bss  0000000000000004 name
SYMBOL = re.compile(r'^[0-9a-f]+ .{6}O (\.(?:data|bss)(?!\.rel\.ro)\S*|\*COM\*)\s+[0-9a-f]+\s+(?:\.hidden )?(\S+)$')


def main():
    table = subprocess.run(['objdump', '-t', LIBRARY], check=True, capture_output=True, text=True).stdout
    file, problems, symbols = '', [], 0
    for line in table.splitlines():
        if ':' in line and 'file format' in line:
            file = line.split(':')[0]
        symbols += ' O ' in line or ' F ' in line
        match = SYMBOL.match(line)
        if match and not match[2].startswith(('__odr_asan', '__asan', '__ubsan')):
            problems.append(f'{file}: {match[2]} in {match[1]}')
    print(*problems, sep='\n')
    print(f'{symbols} symbols, {len(problems)} that can change')
    return 1 if problems or not symbols else 0


sys.exit(main())
